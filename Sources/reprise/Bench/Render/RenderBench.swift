import Domain

/// `bench render`: three scenes in two sizes by warm workers, beside ffmpeg's encoder in the same run.
///
/// Its calls block, so it is for a thread that may wait.
struct RenderBench: Benchmark {
    let rounds: Int
    /// Length of each video.
    let seconds: Int
    let children: Children
    let shell: Shell

    func run() throws(BenchError) {
        let folder = try TemporaryFolder()
        let ffmpeg = ProgramPath.search("ffmpeg")
        if ffmpeg == nil {
            shell.say("without ffmpeg there is no baseline; 'apt-get install ffmpeg' brings it")
        }
        var table = TextTable(
            "Videos of \(seconds) s at 24 frames/s, median of \(rounds) rounds in turn",
            head: ["", "frames/s", "times real time", "CPU s a video", "peak MiB"])
        for (width, height) in [(640, 360), (1280, 720)] {
            let format = try format(width: width, height: height)
            let workers = try RenderScene.all.map { scene throws(BenchError) in
                try MeasuredWorker(scene, format: format, folder: folder.path, among: children)
            }
            let floor = ffmpeg.map {
                EncoderFloor($0, format: format, folder: folder.path, among: children)
            }
            try measure(workers, floor, size: "\(width)×\(height)")
            try table.add(workers, floor, size: "\(width)×\(height)")
        }
        shell.print(table.text)
    }

    private func measure(
        _ workers: [MeasuredWorker], _ floor: EncoderFloor?, size: String
    ) throws(BenchError) {
        for round in 1...rounds {
            shell.say("\(size), round \(round) of \(rounds)")
            for worker in workers { try worker.round() }
            try floor?.round()
        }
    }

    private func format(width: Int, height: Int) throws(BenchError) -> VideoFormat {
        do throws(InputError) {
            return try VideoFormat(width: width, height: height, durationSeconds: seconds)
        } catch {
            throw BenchError(error.description)
        }
    }
}

extension TextTable {
    fileprivate mutating func add(
        _ workers: [MeasuredWorker], _ floor: EncoderFloor?, size: String
    ) throws(BenchError) {
        for worker in workers {
            let peak = try worker.peakMebibytes.text()
            add(worker.figures, "\(size) \(worker.scene.name)", worker.format, peak: peak)
        }
        if let floor {
            add(floor.figures, "\(size) encoder alone: ffmpeg libvpx, testsrc2", floor.format, peak: "")
        }
    }

    private mutating func add(_ rounds: [RenderFigures], _ name: String, _ format: VideoFormat, peak: String)
    {
        let summary = RenderSummary(rounds, frames: format.frameCount)
        let speed = summary.framesPerSecond / Double(format.framesPerSecond)
        add(
            name, summary.framesPerSecond.text(), speed.text(decimals: 1),
            summary.processorTime.text(decimals: 2), peak)
    }
}
