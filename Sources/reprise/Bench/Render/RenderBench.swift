import Domain

/// `bench render`: four scenes in two sizes by warm workers, beside the Python original and ffmpeg's encoder
/// on the same frames, in the same run.
///
/// Its calls block, so it is for a thread that may wait.
struct RenderBench: Benchmark {
    let settings: Settings
    let rounds: Int
    /// Length of each video.
    let seconds: Int
    let children: Children
    let shell: Shell

    func run() throws(BenchError) {
        _ = try ProgramPath.find("ffmpeg")
        var table = TextTable(
            "Videos of \(seconds) s at 24 frames/s, median of \(rounds) rounds in turn",
            head: ["", "wall s", "frames/s", "CPU s", "encoding CPU s", "KiB", "PSNR dB", "peak MiB"])
        var ratios = TextTable(
            "How many times less than the Python original",
            head: ["", "wall", "CPU", "bytes", "PSNR dB more", "encoding CPU of ffmpeg's"])
        for (width, height) in [(640, 360), (1280, 720)] {
            for scene in RenderScene.all {
                let format = try format(width: width, height: height)
                let measured = try measure(scene, format)
                table.add(measured)
                ratios.addRatios(measured)
            }
        }
        shell.print(table.text)
        shell.print(ratios.text)
    }

    private func measure(_ scene: RenderScene, _ format: VideoFormat) throws(BenchError) -> MeasuredScene {
        let folder = try TemporaryFolder()
        let programs = ShellChild(folder: folder.path, children: children)
        let worker = try MeasuredWorker(scene, format: format, folder: folder.path, among: children)
        let floor = try EncoderFloor(worker, programs)
        let original: PythonOriginal? =
            if let name = scene.original {
                try PythonOriginal(name, format: format, settings: settings, programs)
            } else {
                nil
            }
        for round in 1...rounds {
            shell.say("\(format.width)×\(format.height) \(scene.name), round \(round) of \(rounds)")
            try worker.round()
            try original?.round()
            try floor.round()
        }
        return try MeasuredScene(worker, floor, original)
    }

    private func format(width: Int, height: Int) throws(BenchError) -> VideoFormat {
        do throws(InputError) {
            return try VideoFormat(width: width, height: height, durationSeconds: seconds)
        } catch {
            throw BenchError(error.description)
        }
    }
}
