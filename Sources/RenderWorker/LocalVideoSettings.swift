/// How the local provider runs its workers.
package struct LocalVideoSettings: Sendable, Hashable {
    /// Path of the program `reprise-render`.
    package var workerPath: String
    /// A folder for videos that are not yet downloaded, on the disk where they will stay.
    package var temporaryFolder: String
    /// How many videos are made at the same time, each by a process that is kept warm.
    package var workerCount = 1
    /// Time for one video from its start; then its worker is killed.
    package var deadline: Duration = .seconds(300)
    /// Whether the pictures say that they stand in for another video.
    package var marksSubstitute = false

    package init(workerPath: String, temporaryFolder: String) {
        self.workerPath = workerPath
        self.temporaryFolder = temporaryFolder
    }
}
