import Domain
import HTTPClient

extension LanguageModelSettings {
    /// What every request says about itself; the key goes to this server only.
    var headers: [String: HTTPClient.Request.Value] {
        var headers: [String: HTTPClient.Request.Value] = [
            "Content-Type": "application/json", "Accept": "application/json",
        ]
        if !key.isEmpty { headers["Authorization"] = .secret(Secret("Bearer " + key.reveal())) }
        return headers
    }
}
