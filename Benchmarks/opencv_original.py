"""The peer of `reprise bench render`: drawn previews as the Python original of this project made them.

Usage: opencv_original.py SCENE WIDTH HEIGHT RATE SECONDS VIDEO [FRAMES]

SCENE is gradient, particles or full: a colour gradient that moves; particles over it; a gradient with waves,
particles, a caption and a progress bar. Each frame is drawn in BGR with OpenCV and NumPy and handed to
`cv2.VideoWriter` with the code VP80, which is all that the original did; a thumbnail ends it. With FRAMES
nothing is encoded: the frames go there as raw I420, to measure what encoding lost.
"""

import sys

import cv2
import numpy as np

CAPTION = "A cute puppy romping in a bright meadow"


def gradient(width: int, height: int, share: float) -> np.ndarray:
    """Colours from top to bottom that wander with the time."""
    frame = np.zeros((height, width, 3), dtype=np.uint8)
    for y in range(height):
        depth = y / height
        frame[y, :] = (
            int(255 * (0.5 + 0.5 * np.sin(2 * np.pi * (share + depth / 2)))),
            int(200 * depth),
            int(255 * (0.5 + 0.5 * np.cos(2 * np.pi * (share + depth / 3)))),
        )
    return frame


def particles(frame: np.ndarray, places: np.ndarray, share: float) -> None:
    height, width = frame.shape[:2]
    for x, y, speed, radius in places:
        centre = (int(x * width), int((y + speed * share) % 1 * height))
        cv2.circle(frame, centre, int(radius), (255, 255, 255), -1, cv2.LINE_AA)


def waves(frame: np.ndarray, share: float) -> None:
    height, width = frame.shape[:2]
    x = np.arange(0, width, 4)
    for line in range(3):
        y = height * (0.55 + 0.12 * line) + 30 * np.sin(x / 80 + 2 * np.pi * share * (line + 1))
        points = np.stack([x, y], axis=1).astype(np.int32)
        cv2.polylines(frame, [points], False, (255, 255 - 60 * line, 120 + 40 * line), 4, cv2.LINE_AA)


def overlay(frame: np.ndarray, share: float) -> None:
    height, width = frame.shape[:2]
    shade = frame.copy()
    cv2.rectangle(shade, (0, height - height // 6), (width, height), (0, 0, 0), -1)
    cv2.addWeighted(shade, 0.5, frame, 0.5, 0, frame)
    scale = height / 720
    place = (int(40 * scale), height - int(50 * scale))
    cv2.putText(frame, CAPTION, place, cv2.FONT_HERSHEY_SIMPLEX, scale, (255, 255, 255), 2, cv2.LINE_AA)
    bar = height - max(2, height // 90)
    cv2.rectangle(frame, (0, bar), (int(width * share), height), (0, 200, 255), -1)


def draw(scene: str, width: int, height: int, share: float, places: np.ndarray) -> np.ndarray:
    frame = gradient(width, height, share)
    if scene == "full":
        waves(frame, share)
    if scene != "gradient":
        particles(frame, places, share)
    if scene == "full":
        overlay(frame, share)
    return frame


def main() -> None:
    scene, size, video = sys.argv[1], [int(word) for word in sys.argv[2:6]], sys.argv[6]
    width, height, rate, seconds = size
    random = np.random.default_rng(1)
    places = np.column_stack([
        random.random(100), random.random(100), random.uniform(0.5, 2, 100), random.uniform(2, 6, 100)
    ])
    count = rate * seconds
    pictures = (draw(scene, width, height, index / count, places) for index in range(count))
    if len(sys.argv) > 7:
        with open(sys.argv[7], "wb") as raw:
            for picture in pictures:
                raw.write(cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420).tobytes())
        return
    writer = cv2.VideoWriter(video, cv2.VideoWriter_fourcc(*"VP80"), rate, (width, height))
    if not writer.isOpened():
        sys.exit("OpenCV cannot write VP80 here")
    for picture in pictures:
        writer.write(picture)
    writer.release()
    cv2.imwrite(video + ".jpg", draw(scene, width, height, 0.4, places))


if __name__ == "__main__":
    main()
