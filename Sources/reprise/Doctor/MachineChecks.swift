import CPOSIX
import Domain
import Foundation

/// What the doctor looks at beside the parts of the service.
struct MachineChecks: Sendable {
    let settings: Settings
    /// Whether Reprise itself answers where it would listen.
    let isServing: Bool

    var findings: [Finding] { [fonts, disk, clock, files, port] }

    private var fonts: Finding {
        let files =
            FileManager.default.enumerator(atPath: "/usr/share/fonts")?.compactMap { $0 as? String } ?? []
        guard files.contains(where: { $0.contains("NotoSansCJK") }) else {
            return Finding(
                "fonts", .degraded, "Korean captions are boxes without Noto Sans CJK",
                remedy: "apt-get install fonts-noto-cjk")
        }
        return Finding("fonts", .ready, "Noto Sans CJK")
    }

    private var disk: Finding {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: settings.dataFolder)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return Finding(
                "disk", .down, "\(settings.dataFolder) is not there",
                remedy: "install -d -m 700 \(settings.dataFolder)")
        }
        return Finding(
            "disk", free > 256 << 20 ? .ready : .degraded, "\(free >> 20) MiB free in \(settings.dataFolder)",
            remedy: "REPRISE_VIDEO_DAYS=30 removes old videos; du -xh --max-depth=2 \(settings.dataFolder)")
    }

    /// Leases and webhooks are held by the clock; the kernel knows whether somebody sets it.
    private var clock: Finding {
        var error = 0
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        guard year >= 2025 else {
            return Finding("clock", .down, "It is \(year) here", remedy: "timedatectl set-ntp true")
        }
        return cposix_clock_is_kept(&error) == 0
            ? Finding(
                "clock", .degraded, "Nobody keeps it right; leases of several instances need that",
                remedy: "apt-get install systemd-timesyncd && timedatectl set-ntp true")
            : Finding("clock", .ready, "Kept right to \(error) µs")
    }

    private var files: Finding {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Finding(
            "files", limit.rlim_cur >= 1024 ? .ready : .degraded, "\(limit.rlim_cur) may be open",
            remedy: "ulimit -n 65536, or LimitNOFILE=65536 in the unit")
    }

    private var port: Finding {
        let place = "\(settings.host):\(settings.port)"
        switch PortCheck.state(host: settings.host, port: settings.port) {
        case .free: return Finding("port", .ready, "\(place) is free")
        case .taken where isServing:
            return Finding("port", .ready, "Reprise serves on \(place)")
        case .taken:
            return Finding(
                "port", .down, "Another program listens on \(place)",
                remedy: "ss -ltnp 'sport = :\(settings.port)', or another --port")
        case .refused(let reason):
            return Finding(
                "port", .down, "\(place) cannot be listened on: \(reason)", remedy: "another --host or --port"
            )
        }
    }
}
