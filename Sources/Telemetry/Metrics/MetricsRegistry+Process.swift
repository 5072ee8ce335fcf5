import Glibc

extension MetricsRegistry {
    /// Declares `process_*`, the metrics every Prometheus client has, read from `/proc` at each scrape.
    package func declareProcessMetrics() {
        let cpu = counter("process_cpu_seconds_total", help: "Processor time used, user and system.")
        let resident = gauge("process_resident_memory_bytes", help: "Memory in use that is in RAM.")
        let virtual = gauge("process_virtual_memory_bytes", help: "Address space in use.")
        let threads = gauge("process_threads", help: "Threads of the operating system.")
        let open = gauge("process_open_fds", help: "Open file descriptors.")
        let most = gauge("process_max_fds", help: "Most file descriptors that may be open.")
        let start = gauge("process_start_time_seconds", help: "When the process started, since 1970.")
        let boot = ProcessStatistics.readFile("/proc/stat").flatMap(ProcessStatistics.bootTime)

        updateBeforeScrape {
            if let now = ProcessStatistics.current() {
                cpu.take(total: now.cpuSeconds)
                resident.set(now.residentMemoryBytes)
                virtual.set(now.virtualMemoryBytes)
                threads.set(now.threads)
                if let boot { start.set(boot + now.startedAfterBoot) }
            }
            if let count = ProcessStatistics.openFiles() { open.set(count) }
            if let count = ProcessStatistics.maximumFiles() { most.set(count) }
        }
    }

    /// Declares how much room there is where the service keeps its data, read at each scrape.
    package func declareDisk(of folder: String) {
        let free = gauge(
            "reprise_data_free_bytes", help: "Bytes that the service can still write in its data folder.")
        let size = gauge("reprise_data_size_bytes", help: "Bytes of the disk that the data folder lies on.")
        updateBeforeScrape {
            var disk = statvfs()
            guard statvfs(folder, &disk) == 0 else { return }
            free.set(Double(disk.f_bavail) * Double(disk.f_frsize))
            size.set(Double(disk.f_blocks) * Double(disk.f_frsize))
        }
    }

    /// Declares how often the settings were read again; the results are `done` and `refused`.
    @discardableResult
    package func declareReloads() -> MetricFamily<Counter> {
        counter(
            "reprise_settings_reloads_total",
            help: "Times that the settings were read again, by what came of it.",
            labels: [Label("result", ["done", "refused"])])
    }

    /// Declares `reprise_build_info`.
    package func declareBuildInformation(version: String, swift: String, revision: String) {
        information(
            "reprise_build_info", help: "Which build of Reprise runs.",
            ["version": version, "swift": swift, "revision": revision])
    }
}
