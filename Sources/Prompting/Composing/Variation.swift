import Domain

/// Another look at the same content: camera, light, style and composition, where the idea leaves them open.
///
/// What happens, to whom and what must not be there stays; what the idea says about its look is never
/// contradicted. The variations of one prompt differ from each other in at least one part.
struct Variation {
    /// One of ``Hints/variations``.
    let number: Int
    let template: CategoryTemplate
    let model: TargetModel
    let seed: SeededChoice
    let isDrawn: Bool

    func pieces(for present: [Piece]) -> [Piece] {
        let said = SaidWords(present)
        var added: [Piece] = []
        func add(_ slot: Slot, _ text: String) {
            added.append(Piece(slot: slot, text: text, isEnrichment: true))
        }
        // Wan's rewriter gives drawings no cinematic tags.
        if !isDrawn {
            if !said.shot {
                let camera = template.cameras[index(of: template.cameras.count, salt: 11)]
                add(.camera, camera.shot)
                add(.camera, model.camera[camera.move] ?? camera.move)
            }
            if !said.light {
                let light = pick(Self.lights, salt: 12)
                add(.light, model.light[light] ?? light)
            }
            if !said.style { add(.style, pick(Self.styles, salt: 13)) }
        } else if !said.palette {
            add(.palette, pick(Self.palettes, salt: 14))
        }
        if !said.composition {
            add(.composition, pick(Self.compositions, salt: 15))
        } else if !said.focus, !isDrawn {
            add(.composition, pick(Self.focuses, salt: 16))
        }
        return added
    }

    /// Every list has as many entries as there are variations, so each variation gets another one.
    private func pick(_ choices: [String], salt: UInt64) -> String {
        choices[index(of: choices.count, salt: salt)]
    }

    private func index(of count: Int, salt: UInt64) -> Int {
        (number - Hints.variations.lowerBound + seed.index(below: count, salt: salt)) % count
    }

    /// Qualities that fit every time of day.
    private static let lights = ["soft light", "side light", "rim light", "hard light", "top light"]
    private static let styles = [
        "cinematic style", "documentary style", "vintage film style", "naturalistic style",
        "editorial photography style",
    ]
    private static let palettes = [
        "soft pastel palette", "bold saturated palette", "muted earthy palette", "warm palette",
        "cool palette",
    ]
    private static let compositions = [
        "centered composition", "rule-of-thirds composition", "symmetrical composition",
        "left-weighted composition", "right-weighted composition",
    ]
    private static let focuses = [
        "deep focus", "shallow depth of field", "soft focus", "sharp focus on the foreground", "rack focus",
    ]
}
