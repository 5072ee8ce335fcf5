import Domain
import Testing

@testable import Keys

@Suite struct ScryptHasherTests {
    private let hasher = ScryptHasher(cost: ScryptCost(logN: 4, r: 1, p: 1))

    @Test func `a secret fits its own hash and no other`() async {
        let (one, other) = (Secret("rpk_one"), Secret("rpk_other"))
        let hash = await hasher.hash(one)
        #expect(await hasher.matches(one, hash))
        #expect(await !hasher.matches(other, hash))
        #expect(await !hasher.matches(Secret(""), hash))
    }

    @Test func `every hash has a salt of its own and names its cost`() async {
        let secret = Secret("the same")
        let hashes = [await hasher.hash(secret), await hasher.hash(secret)]
        #expect(hashes[0] != hashes[1])
        #expect(hashes.allSatisfy { $0.rawValue.hasPrefix("$scrypt$ln=4,r=1,p=1$") })
        #expect(hashes.allSatisfy { !$0.rawValue.contains("same") })
    }

    @Test func `the digest is that of RFC 7914`() async {
        // Section 12, the second vector; its first 32 bytes.
        let hash = SecretHash(
            rawValue: "$scrypt$ln=10,r=8,p=16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI=")
        #expect(await hasher.matches(Secret("password"), hash))
    }

    @Test func `a hash that another cost made is checked at that cost`() async {
        let dearer = ScryptHasher(cost: ScryptCost(logN: 6, r: 2, p: 2))
        let hash = await dearer.hash(Secret("a"))
        #expect(await hasher.matches(Secret("a"), hash))
    }

    @Test(arguments: [
        "", "$", "$scrypt$$$", "$argon2$ln=4,r=1,p=1$AA==$AA==", "$scrypt$ln=4,r=1,p=1$AA==$AA==",
        "$scrypt$ln=60,r=8,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "$scrypt$ln=4,r=1000000,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "$scrypt$r=1,ln=4,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "$scrypt$ln=-1,r=1,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    ])
    func `what is no hash, or asks for too much, fits nothing`(text: String) async {
        #expect(await !hasher.matches(Secret("a"), SecretHash(rawValue: text)))
    }

    @Test func `chance is chance, in letters that are not mistaken`() {
        let texts = Set((0..<1000).map { _ in hasher.random(bits: 260) })
        #expect(texts.count == 1000)
        #expect(texts.allSatisfy { $0.utf8.count == 52 && !$0.contains { "ilou".contains($0) } })
        let letters = Set(texts.joined())
        #expect(letters.count == 32)
    }

    @Test func `digests are SHA-256, and marks are the process's own`() {
        #expect(
            hasher.digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let other = ScryptHasher(cost: ScryptCost(logN: 4, r: 1, p: 1))
        #expect(hasher.mark(of: Secret("a")) == hasher.mark(of: Secret("a")))
        #expect(hasher.mark(of: Secret("a")) != hasher.mark(of: Secret("b")))
        #expect(hasher.mark(of: Secret("a")) != other.mark(of: Secret("a")))
    }

    @Test(arguments: [
        ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "", false), ("a", "aa", false),
    ])
    func `texts are compared whole`(first: String, second: String, equal: Bool) {
        #expect(hasher.areEqual(first, second) == equal)
    }

    @Test func `the standard cost takes the memory that is stated`() async {
        #expect(ScryptCost.standard == ScryptCost(logN: 15, r: 8, p: 1))
        #expect(128 * ScryptCost.standard.r << ScryptCost.standard.logN == 32 << 20)
        let hasher = ScryptHasher()
        let hash = await hasher.hash(Secret("a"))
        #expect(await hasher.matches(Secret("a"), hash))
    }
}
