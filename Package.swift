// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

// Pixels and matrices are hopeless without the optimiser, also in a debug build.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"])]
let optimisedC: [CSetting] = [.unsafeFlags(["-O2"])]
let optimisedCXX: [CXXSetting] = [.unsafeFlags(["-O2"])]

// Spelled out, since SwiftPM warns about the `-pthread` in what pkg-config says of Pango.
#if arch(arm64)
    let libraries = "/usr/lib/aarch64-linux-gnu"
#else
    let libraries = "/usr/lib/x86_64-linux-gnu"
#endif
let pangoIncludes =
    ["pango-1.0", "cairo", "harfbuzz", "glib-2.0"].map { "-I/usr/include/\($0)" }
    + ["-I\(libraries)/glib-2.0/include"]

let package = Package(
    name: "reprise",
    products: [
        .executable(name: "reprise", targets: ["reprise"]),
        .executable(name: "reprise-render", targets: ["reprise-render"]),
    ],
    targets: [
        // Floor 0: C libraries, and nothing but C.
        .target(name: "CPOSIX"),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CHiredis", providers: [.apt(["libhiredis-dev"])]),
        .systemLibrary(name: "CTLS", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CUV", pkgConfig: "libuv", providers: [.apt(["libuv1-dev"])]),
        .target(name: "CLLHTTP", cSettings: [.unsafeFlags(["-I/usr/share/include/llhttp", "-O2"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CMongo", pkgConfig: "libmongoc-1.0", providers: [.apt(["libmongoc-dev", "libbson-dev"])]),
        .target(name: "CMongoLog"),
        .systemLibrary(name: "CMeCab", providers: [.apt(["libmecab-dev"])]),
        .target(name: "CMatrix", cSettings: optimisedC),
        .target(name: "CHNSW", dependencies: ["CMatrix"], cxxSettings: optimisedCXX),
        .target(
            name: "COpenCV",
            cxxSettings: optimisedCXX + [.unsafeFlags(["-I/usr/include/opencv4"])],
            linkerSettings: [.linkedLibrary("opencv_core"), .linkedLibrary("opencv_imgproc")]),
        .target(
            name: "CPango", cSettings: optimisedC + [.unsafeFlags(pangoIncludes)],
            linkerSettings: ["pangocairo-1.0", "pango-1.0", "cairo", "gobject-2.0", "glib-2.0"].map {
                .linkedLibrary($0)
            }
        ),
        .systemLibrary(name: "CVPX", pkgConfig: "vpx", providers: [.apt(["libvpx-dev"])]),
        .systemLibrary(
            name: "CAVFormat", pkgConfig: "libavformat",
            providers: [.apt(["libavformat-dev", "libavcodec-dev", "libswscale-dev"])]),

        // Floor 1: the words of the trade, and the ground that everything stands on.
        .target(name: "Domain"),
        .target(name: "Telemetry"),
        .target(name: "BlockingExecutor", dependencies: ["CPOSIX"]),

        // Floor 2: pure rooms, and adapters that wrap one C library each.
        .target(name: "Korean", dependencies: ["Domain"]),
        .target(name: "Prompting", dependencies: ["Domain"]),
        .target(name: "Diffing", dependencies: ["Domain"], swiftSettings: optimised),
        .target(name: "Similarity", dependencies: ["Domain"], swiftSettings: optimised),
        .target(name: "Resilience"),
        .target(name: "SQLiteStore", dependencies: ["BlockingExecutor", "CSQLite", "Domain"]),
        .target(
            name: "MongoStore",
            dependencies: ["BlockingExecutor", "CMongo", "CMongoLog", "Domain", "Telemetry"]),
        .target(name: "StoreBridge", dependencies: ["BlockingExecutor", "Domain", "Telemetry"]),
        .target(name: "VideoFolder", dependencies: ["BlockingExecutor", "CCrypto", "CPOSIX", "Domain"]),
        .target(name: "FaultyVideo", dependencies: ["Domain"]),
        .target(name: "MemoryCache", dependencies: ["Domain"]),
        .target(
            name: "RedisCache",
            dependencies: ["BlockingExecutor", "CCrypto", "CHiredis", "CTLS", "CZlib", "Domain"]),
        .target(name: "Morphology", dependencies: ["BlockingExecutor", "CMeCab", "Domain"]),
        .target(name: "VectorIndex", dependencies: ["CHNSW", "CMatrix", "Domain"], swiftSettings: optimised),
        .target(name: "Embedding", dependencies: ["BlockingExecutor", "CMatrix", "CPOSIX", "Domain"]),
        .target(name: "Canvas", dependencies: ["COpenCV", "CPango"], swiftSettings: optimised),
        .target(name: "VideoCodec", dependencies: ["CAVFormat", "CVPX"], swiftSettings: optimised),
        .target(name: "HTTPServer", dependencies: ["CLLHTTP", "CPOSIX", "CUV"]),

        .target(name: "HTTPClient", dependencies: ["BlockingExecutor", "CCurl", "Domain"]),

        // Floor 3: rooms made of rooms.
        .target(
            name: "LanguageModel",
            dependencies: ["Domain", "HTTPClient", "Resilience", "Similarity", "Telemetry"]),
        .target(
            name: "LocalVideo", dependencies: ["Canvas", "Domain", "VideoCodec"], swiftSettings: optimised),
        .target(name: "RenderWorker", dependencies: ["BlockingExecutor", "CPOSIX", "Domain"]),
        .target(name: "Webhooks", dependencies: ["CCrypto", "Domain", "HTTPClient"]),

        .target(
            name: "RemoteVideo", dependencies: ["BlockingExecutor", "CCrypto", "Domain", "HTTPClient"]),

        // Floor 4: the use cases.
        .target(
            name: "Studio",
            dependencies: [
                "Diffing", "Domain", "Korean", "Prompting", "Resilience", "Similarity", "Telemetry",
                "VectorIndex",
            ]),

        // Floor 5: the doors.
        .target(
            name: "Exchange", dependencies: ["CCrypto", "Diffing", "Domain", "SQLiteStore", "Studio"]),
        .target(
            name: "API",
            dependencies: [
                "Diffing", "Domain", "HTTPServer", "Prompting", "Similarity", "Studio", "Telemetry",
            ],
            resources: [.embedInCode("Assets")]),

        // Floor 6: what one starts.
        .executableTarget(
            name: "reprise",
            dependencies: [
                "API", "BlockingExecutor", "CPOSIX", "CSQLite", "Diffing", "Domain", "Embedding", "Exchange",
                "FaultyVideo",
                "HTTPClient",
                "HTTPServer", "Korean", "LanguageModel", "MemoryCache", "Morphology", "Prompting",
                "MongoStore", "RedisCache", "RemoteVideo", "RenderWorker", "Resilience", "SQLiteStore",
                "StoreBridge",
                "Similarity", "Studio", "Telemetry", "VectorIndex", "VideoFolder", "Webhooks",
            ]),
        .executableTarget(name: "reprise-render", dependencies: ["CPOSIX", "Domain", "LocalVideo"]),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["BlockingExecutor", "CMongo", "CPOSIX", "Domain"],
            path: "Tests/TestSupport", exclude: ["Servers"]),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"]),
        .testTarget(name: "TelemetryTests", dependencies: ["Telemetry", "TestSupport"]),
        .testTarget(name: "BlockingExecutorTests", dependencies: ["BlockingExecutor", "TestSupport"]),
        .testTarget(name: "KoreanTests", dependencies: ["Domain", "Korean", "Morphology", "TestSupport"]),
        .testTarget(name: "PromptingTests", dependencies: ["Domain", "Prompting", "TestSupport"]),
        .testTarget(
            name: "DiffingTests", dependencies: ["Diffing", "Domain", "TestSupport"],
            exclude: ["Conformance"]),
        .testTarget(
            name: "SimilarityTests", dependencies: ["Domain", "Similarity", "TestSupport", "VectorIndex"]),
        .testTarget(name: "VectorIndexTests", dependencies: ["Domain", "TestSupport", "VectorIndex"]),
        .testTarget(name: "ResilienceTests", dependencies: ["Resilience", "TestSupport"]),
        .testTarget(
            name: "SQLiteStoreTests", dependencies: ["Domain", "SQLiteStore", "TestSupport"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "MongoStoreTests", dependencies: ["Domain", "MongoStore", "TestSupport"]),
        .testTarget(
            name: "StoreBridgeTests",
            dependencies: ["Domain", "MongoStore", "StoreBridge", "TestSupport"]),
        .testTarget(
            name: "StoreContractTests",
            dependencies: ["Domain", "MongoStore", "SQLiteStore", "TestSupport"]),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Domain", "Exchange", "Korean", "Morphology", "Prompting", "SQLiteStore", "Studio",
                "TestSupport",
            ],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "VideoFolderTests", dependencies: ["Domain", "TestSupport", "VideoFolder"]),
        .testTarget(
            name: "CacheContractTests",
            dependencies: ["Domain", "MemoryCache", "RedisCache", "Studio", "TestSupport"]),
        .testTarget(name: "MorphologyTests", dependencies: ["Domain", "Morphology", "TestSupport"]),
        .testTarget(
            name: "EmbeddingTests", dependencies: ["CMatrix", "Domain", "Embedding", "TestSupport"],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "CanvasTests", dependencies: ["Canvas", "TestSupport"]),
        .testTarget(name: "VideoCodecTests", dependencies: ["CAVFormat", "TestSupport", "VideoCodec"]),
        .testTarget(
            name: "LocalVideoTests", dependencies: ["Canvas", "Domain", "LocalVideo", "TestSupport"]),
        .testTarget(name: "RenderWorkerTests", dependencies: ["Domain", "RenderWorker", "TestSupport"]),
        .testTarget(
            name: "WebhooksTests", dependencies: ["Domain", "HTTPClient", "TestSupport", "Webhooks"]),
        .testTarget(name: "FaultyVideoTests", dependencies: ["Domain", "FaultyVideo", "TestSupport"]),
        .testTarget(name: "HTTPClientTests", dependencies: ["Domain", "HTTPClient", "TestSupport"]),
        .testTarget(
            name: "LanguageModelTests",
            dependencies: [
                "Domain", "HTTPClient", "Korean", "LanguageModel", "Morphology", "Prompting", "Resilience",
                "Studio", "Telemetry", "TestSupport",
            ]),
        .testTarget(
            name: "RemoteVideoTests",
            dependencies: ["Domain", "HTTPClient", "Prompting", "RemoteVideo", "TestSupport"]),
        .testTarget(name: "HTTPServerTests", dependencies: ["HTTPServer", "TestSupport"]),
        .testTarget(
            name: "StudioTests",
            dependencies: [
                "Diffing", "Domain", "Korean", "MemoryCache", "Morphology", "Prompting", "Resilience",
                "SQLiteStore",
                "Similarity", "Studio", "Telemetry", "TestSupport", "VideoFolder",
            ], exclude: ["Fixtures"]),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Domain", "HTTPServer", "Korean", "LanguageModel", "MemoryCache", "MongoStore",
                "Morphology", "Prompting", "SQLiteStore", "StoreBridge", "Similarity", "Studio", "Telemetry",
                "TestSupport", "VideoFolder",
            ]),
        .testTarget(name: "repriseTests", dependencies: ["TestSupport", "reprise"]),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
        .testTarget(
            name: "IntegrationTests", dependencies: ["Domain", "TestSupport"], exclude: ["Browser"]),
    ],
    swiftLanguageModes: [.v6]
)

// The targets of Fuzz/ link only where `--sanitize fuzzer` brings their main; `scripts/fuzz` sets this.
if Context.environment["REPRISE_FUZZ"] != nil {
    package.products.append(.executable(name: "reprise-fuzz", targets: ["reprise-fuzz"]))
    package.targets.append(
        .executableTarget(
            name: "reprise-fuzz",
            dependencies: ["Diffing", "Domain", "Korean", "Morphology", "Prompting", "Studio"],
            path: "Fuzz/Sources", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings = settings + (target.swiftSettings ?? [])
}
