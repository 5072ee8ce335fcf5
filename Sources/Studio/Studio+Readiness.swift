package import Domain

extension Studio {
    /// Says how each part of the service is doing now.
    package func readiness() async -> [PartStatus] {
        [await historyStatus()] + parts.statuses + parts.changingStatuses()
    }

    private func historyStatus() async -> PartStatus {
        do {
            try await parts.history.checkHealth()
            return PartStatus(name: "history", state: .ready, detail: "The store can be read and written")
        } catch {
            return PartStatus(name: "history", state: .down, detail: error.message)
        }
    }
}
