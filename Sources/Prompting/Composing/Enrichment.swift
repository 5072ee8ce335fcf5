import Domain

/// What a good prompt says and most ideas do not: a shot, a light, a wish for quality.
///
/// It never adds a subject, a colour or a mood, contradicts nothing that is said, and all of it is marked.
struct Enrichment {
    let template: CategoryTemplate
    let model: TargetModel
    let seed: SeededChoice
    let isDrawn: Bool
    /// Whether the main thing does something or stands somewhere.
    let hasSetting: Bool

    /// Pieces for what is not said yet.
    func pieces(for present: [Piece]) -> [Piece] {
        let said = SaidWords(present)
        var added: [Piece] = []
        func add(_ slot: Slot, _ text: String) {
            added.append(Piece(slot: slot, text: text, isEnrichment: true))
        }
        // Lenses and lamps spoil a drawing (the Wan 2.2 rewriter leaves them out as well).
        if !isDrawn || model.states.contains(.shot) {
            if !said.shot { add(.camera, shot(said)) }
        }
        if !isDrawn, !said.light, !said.time {
            let lights = (hasSetting ? template.settingLights : nil) ?? template.lights
            let light = seed.choice(of: lights, salt: 2)
            add(.light, model.light[light] ?? light)
        }
        if model.states.contains(.movement), !said.movement {
            add(.camera, model.camera["static"] ?? "static")
        }
        if model.states.contains(.sound), !said.sound { add(.audio, "natural ambience") }
        for quality in isDrawn ? ["clean lines", "smooth motion"] : template.quality {
            add(.quality, quality)
        }
        return added
    }

    private func shot(_ said: SaidWords) -> String {
        let shots = (hasSetting ? template.settingShots : nil) ?? template.shots
        let shot = seed.choice(of: shots, salt: 1)
        let saysViewpoint = said.viewpoint || shot.contains("angle") || shot.contains("overhead")
        return model.states.contains(.viewpoint) && !saysViewpoint ? "\(shot) at eye level" : shot
    }
}
