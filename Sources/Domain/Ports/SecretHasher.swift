/// Makes secrets, and what is kept in their place.
package protocol SecretHasher: Sendable {
    /// Makes a text of letters and digits that nobody can guess.
    ///
    /// - Parameter bits: How much chance is in it, a multiple of 5.
    func random(bits: Int) -> String

    /// Hashes a secret with a salt of its own, slowly on purpose.
    func hash(_ secret: Secret) async -> SecretHash

    /// Whether a secret is the one that a hash was made of; as slow.
    func matches(_ secret: Secret, _ hash: SecretHash) async -> Bool

    /// SHA-256 in hexadecimal, for secrets that nobody chose and nobody can guess.
    func digest(_ secret: String) -> String

    /// A digest under a key that only this process has, to recognise a secret that was checked before.
    func mark(of secret: Secret) -> String

    /// Whether two texts are equal, in a time that does not tell where they differ.
    func areEqual(_ first: String, _ second: String) -> Bool
}
