import Domain
import FoundationEssentials

/// A hash taken apart: `$scrypt$ln=15,r=8,p=1$SALT$DIGEST`, the last two in base 64.
struct ScryptRecord {
    let cost: ScryptCost
    let salt: [UInt8]
    let digest: [UInt8]

    init(cost: ScryptCost, salt: [UInt8], digest: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.digest = digest
    }

    /// Reads a hash; nil for what is none, or asks for more than this program does for one.
    init?(_ hash: SecretHash) {
        let parts = hash.rawValue.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let salt = Data(base64Encoded: String(parts[3])), !salt.isEmpty,
            let digest = Data(base64Encoded: String(parts[4])), digest.count == Self.digestBytes
        else { return nil }
        let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        guard numbers.count == 3, zip(numbers, ["ln", "r", "p"]).allSatisfy({ $0.first ?? "" == $1 }),
            let logN = Int(numbers[0].last ?? ""), let r = Int(numbers[1].last ?? ""),
            let p = Int(numbers[2].last ?? "")
        else { return nil }
        cost = ScryptCost(logN: logN, r: r, p: p)
        guard cost.isBearable else { return nil }
        (self.salt, self.digest) = (Array(salt), Array(digest))
    }

    static let digestBytes = 32

    var hash: SecretHash {
        SecretHash(
            rawValue: "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)"
                + "$\(Data(salt).base64EncodedString())$\(Data(digest).base64EncodedString())")
    }
}
