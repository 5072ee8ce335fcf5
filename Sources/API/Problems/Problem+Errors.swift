import Domain
import HTTPServer
import Studio

extension Problem {
    /// Says what any error of the rooms below means to a client.
    ///
    /// What is not named here is a fault of ours: the client learns that much, and the log the rest.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as InputError: self.init(error)
        case let error as StoreError: self.init(error)
        case let error as PermissionError: self.init(error)
        case let error as EditConflict: self.init(error)
        case let error as MergeConflict: self.init(error)
        case let error as ReplayRefused: self.init(error)
        case let error as ReviewError: self.init(error)
        case let error as WriterError: self.init(error)
        case let error as ProviderError: self.init(error)
        case let error as KeyReused:
            self.init(
                .keyReused, "The job \(error.job) has this Idempotency-Key and other wishes; take a new key",
                field: "Idempotency-Key")
        case let error as QueueFull:
            self.init(
                .tooManyVideos, "\(error.waiting) videos wait already", retryAfter: error.retryAfter)
        case let error as HookError: self.init(error)
        case let error as BudgetExceeded:
            self.init(.budgetExceeded, error.description, retryAfter: error.retryAfter)
        case let error as BodyError: self.init(error)
        case let fault as HTTPFault: self.init(fault)
        case is CancellationError: self.init(.unavailable, "The work was stopped", retryAfter: .seconds(1))
        default: self.init(.internalFailure)
        }
    }

    init(_ error: InputError) {
        self.init(
            .invalidField, "The field '\(error.field)' \(error.code.sentence); expected \(error.expected)",
            korean: "'\(error.field)' \(error.code.koreanSentence)", field: error.field,
            expected: error.expected)
    }

    init(_ error: StoreError) {
        switch error.code {
        case .notFound: self.init(.notFound, error.message)
        case .conflict: self.init(.conflict, error.message)
        case .unavailable: self.init(.unavailable, error.message, retryAfter: .seconds(2))
        case .noSpace: self.init(.noSpace, error.message, retryAfter: .seconds(60))
        case .internalFailure: self.init(.internalFailure, error.message)
        }
    }

    init(_ error: WriterError) {
        switch error {
        case .input(let error): self.init(error)
        case .noContent: self.init(.nothingToShow, error.sentence, field: "idea")
        case .unsupportedLanguage: self.init(.unsupportedLanguage, error.sentence, field: "idea")
        case .unavailable: self.init(.unavailable, error.sentence, retryAfter: .seconds(60))
        }
    }

    init(_ error: ProviderError) {
        switch error.code {
        case .invalidRequest, .contentPolicy: self.init(.contentRefused, error.message)
        case .throttled, .transient, .downloadFailed:
            self.init(.unavailable, error.message, retryAfter: error.retryAfter ?? .seconds(10))
        case .storage: self.init(.noSpace, error.message, retryAfter: .seconds(60))
        case .cancelled: self.init(.conflict, error.message)
        case .authentication, .balance, .outcomeUnknown, .lost, .deadlineExceeded:
            self.init(.providerFailed, error.message)
        }
    }

    init(_ error: BodyError) {
        self.init(HTTPFault(error))
        field = error.field
    }

    init(_ fault: HTTPFault) {
        let kind = ProblemKind(rawValue: String(fault.kind.rawValue.map { $0 == "_" ? "-" : $0 }))
        self.init(kind ?? .internalFailure, fault.detail)
        headers = fault.headers
    }
}

extension InputError.Code {
    /// What is wrong, in Korean that follows the field's name.
    fileprivate var koreanSentence: String {
        switch self {
        case .missing: "값이 필요합니다."
        case .empty: "값이 비어 있습니다."
        case .tooLong: "값이 너무 깁니다."
        case .outOfRange: "값이 허용 범위를 벗어났습니다."
        case .unknownValue: "값을 알 수 없습니다."
        case .malformed: "값의 형식이 잘못되었습니다."
        case .forbiddenCharacter: "값에 허용되지 않는 문자가 있습니다."
        case .repeated: "값이 두 번 이상 주어졌습니다."
        case .notUTF8: "값이 UTF-8이 아닙니다."
        }
    }
}
