/// What can happen to a job, whoever keeps it.
extension VideoJob {
    /// When somebody should work on the job; nil when nobody has to.
    package var dueAt: Timestamp? { state.isFinal ? revisitAt : notBefore ?? createdAt }

    /// How many attempts of this round failed.
    package var failedAttempts: Int { attempts.count { $0.round == round && $0.failure != nil } }

    /// Whether the same thing is asked for, apart from when and as which job.
    package func isSameOrder(as other: Self) -> Bool {
        workspace == other.workspace && prompt == other.prompt && revision == other.revision
            && request == other.request && provider == other.provider && priority == other.priority
            && webhook?.url == other.webhook?.url
    }

    /// Notes a change that is told: the next event, at `now`.
    package mutating func tell(at now: Timestamp) {
        eventNumber += 1
        updatedAt = now
    }

    /// Ends the round, and lets the webhook know.
    ///
    /// The lease stays with its token, so that whoever held it can save, but it is over.
    package mutating func end(as state: State, at now: Timestamp) {
        precondition(state.isFinal, "A round ends in a final state")
        self.state = state
        notBefore = nil
        lease?.expiresAt = now
        webhook?.jobEnded(at: now)
        tell(at: now)
    }

    /// Stops a job that is not final and takes its lease away.
    ///
    /// - Returns: Whether anything changed.
    package mutating func cancel(at now: Timestamp) -> Bool {
        guard !state.isFinal else { return false }
        end(as: .cancelled, at: now)
        revisitAt = nil
        lease = nil
        return true
    }

    /// Begins another round of a job that ended without its real video; a substitute stays until then.
    ///
    /// - Returns: Whether anything changed: a job that is not final, or has its video, stays as it is.
    package mutating func retry(at now: Timestamp) -> Bool {
        guard state.isFinal, state != .succeeded || result == nil else { return false }
        round += 1
        state = .queued
        progress = 0
        (handle, failure, deadline, notBefore, revisitAt, expiredAt) = (nil, nil, nil, nil, nil, nil)
        revisits = 0
        lease = nil
        tell(at: now)
        return true
    }
}
