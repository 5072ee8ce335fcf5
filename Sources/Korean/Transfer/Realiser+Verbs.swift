import Domain

/// What endings and auxiliaries make of an English verb.
extension Realiser {
    func verb(of clause: Clause, _ form: Form) -> String {
        if clause.sense?.isAdjective == true || isCopula(clause) { return adjectival(clause, form) }
        let base = english(of: clause)
        // What nobody knows does not bend.
        if clause.certainty == .notUnderstood { return (clause.ending.isNegated ? "not " : "") + base }
        return formed(base, clause, form)
    }

    /// "made", "is making": the causing in 웃게 하다.
    func causing(_ clause: Clause, _ form: Form) -> String {
        var plain = clause
        plain.sense = nil
        return formed("make", plain, form)
    }

    private func formed(_ base: String, _ clause: Clause, _ form: Form) -> String {
        let ending = clause.ending
        let isAbout = ending.isImminent || ending.isAttempt && clause.sense?.isIntransitive != false
        let base = aspect(base, clause, isAbout: isAbout)
        let almost = ending.isNarrow ? "almost " : ""
        switch form {
        case .infinitive: return base
        case .participle:
            let negation = ending.isNegated ? negation(of: clause) : ""
            if ending.isAbility { return (ending.isNegated ? "not able to " : "able to ") + base }
            if isAbout { return negation + "about to " + base }
            return (ending.isLikeness ? "as if " : almost) + negation + forms.participle(base)
        case .finite(let plural):
            if isAbout {
                return be(ending, plural) + " " + negation(of: clause, if: ending.isNegated) + "about to "
                    + base
            }
            return almost + finite(base, clause, plural: plural)
        }
    }

    private func aspect(_ base: String, _ clause: Clause, isAbout: Bool) -> String {
        let ending = clause.ending
        var base = base
        if ending.isBecoming, clause.sense?.isIntransitive == false, !base.hasPrefix("be ") {
            base = "be " + forms.pastParticiple(base)
        }
        if ending.isStart { base = "begin to " + base }
        if ending.isPretence { base = "pretend to " + base }
        if ending.isAttempt, !isAbout { base = "try to " + base }
        if ending.isWish { base = "want to " + base }
        return base
    }

    func isCopula(_ clause: Clause) -> Bool { ["이다", "아니다"].contains(clause.lexeme.key) }

    private func adjectival(_ clause: Clause, _ form: Form) -> String {
        let adjective = isCopula(clause) ? "" : clause.sense?.english ?? ""
        let isNegated = clause.ending.isNegated || clause.lexeme.key == "아니다"
        let text = graded(adjective, clause)
        let negation = isNegated ? "not " : ""
        guard case .finite(let plural) = form else {
            return (isCopula(clause) ? "being " : clause.ending.isLook ? "looking " : "") + negation + text
        }
        if clause.ending.isBecoming || clause.ending.isOutcome {
            return finite("become " + text, clause, plural: plural)
        }
        if clause.ending.isLook { return finite("look " + text, clause, plural: plural) }
        return (be(clause.ending, plural) + " " + negation + text).trimmed
    }

    /// What is there when a change is over: 깨져 있다 is "broken", 열려 있다 "open".
    private static let results = [
        "break": "broken", "fall": "fallen", "open": "open", "close": "closed", "wilt": "wilted",
        "melt": "melted", "freeze": "frozen", "collapse": "collapsed", "scatter": "scattered", "tear": "torn",
        "shatter": "shattered", "crack": "cracked", "stop": "stopped", "wither": "withered", "rust": "rusted",
        "split": "split", "burst": "burst", "fade": "faded", "crumble": "crumbled", "dry up": "dried-up",
        "burn": "burnt", "snap": "snapped", "ripen": "ripe",
    ]

    func isChange(_ base: String) -> Bool { Self.results[base] != nil }

    func result(of base: String) -> String { Self.results[base] ?? forms.pastParticiple(base) }

    /// "very big", "bigger", "biggest"; words of degree go before.
    func graded(_ adjective: String, _ clause: Clause) -> String {
        var degrees = adverbs(of: clause, leading: true)
        if let rank = rank(of: clause) { degrees.insert(rank, at: 0) }
        guard !adjective.isEmpty else { return degrees.joined(separator: " ") }
        let isMost = degrees.contains("most") || rank(of: clause) != nil
        let isMore = degrees.contains("more") || clause.argument(.than) != nil
        let form =
            isMost
            ? Comparatives.superlative(of: adjective)
            : isMore ? Comparatives.comparative(of: adjective) : adjective
        return (degrees.filter { $0 != "more" && $0 != "most" } + [form]).joined(separator: " ")
    }

    /// Adverbs that are the English negation themselves: 절대 돌아보지 않는.
    static let never: Set = ["절대", "절대로", "결코", "한번도"]

    private func negation(of clause: Clause, if isNegated: Bool = true) -> String {
        guard isNegated else { return "" }
        let isNever = clause.ending.isNever || clause.adverbs.contains { Self.never.contains($0.key) }
        return isNever ? "never " : "not "
    }

    private func be(_ ending: Ending, _ plural: Bool) -> String {
        ending.tense == .past ? (plural ? "were" : "was") : (plural ? "are" : "is")
    }

    private func finite(_ base: String, _ clause: Clause, plural: Bool) -> String {
        let ending = clause.ending
        let negation = negation(of: clause, if: ending.isNegated)
        if ending.isAbility {
            let can = ending.tense == .past ? "could" : "can"
            return (ending.isNegated ? can + (can == "can" ? "not " : " not ") : can + " ") + base
        }
        if base.hasPrefix("be ") {
            // 켜지지 않은: what came about is still to be seen.
            var lasting = ending
            if ending.form == .adnominal { lasting.tense = .present }
            return be(lasting, plural) + " " + negation + base.dropFirst(3)
        }
        if ending.isResult, isChange(base) { return be(ending, plural) + " " + negation + result(of: base) }
        if ending.isProgressive || ending.isResult {
            return be(ending, plural) + " " + negation + forms.participle(base)
        }
        if negation == "never " {
            return negation
                + (ending.tense == .past ? forms.past(base) : plural ? base : forms.thirdPerson(base))
        }
        switch (ending.tense, ending.isNegated) {
        case (.past, true) where ending.form == .adnominal:
            return (plural ? "have" : "has") + " not " + forms.pastParticiple(base)
        case (.past, false): return forms.past(base)
        case (.past, true): return "did not " + base
        case (.future, _): return "will " + negation + base
        case (.present, true): return (plural ? "do" : "does") + " not " + base
        case (.present, false): return plural ? base : forms.thirdPerson(base)
        }
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
