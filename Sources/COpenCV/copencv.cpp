#include "copencv.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace {

// OpenCV's own threads only spin beside the encoder.
const bool prepared = [] {
    cv::setNumThreads(1);
    return true;
}();

cv::Mat wrap(copencv_plane plane) {
    return cv::Mat(plane.height, plane.width, CV_8UC1, plane.samples, static_cast<size_t>(plane.stride));
}

// No exception may cross into C.
template <typename Body>
int guarded(Body body) {
    try {
        body();
        return prepared ? 0 : -1;
    } catch (...) {
        return -1;
    }
}

}  // namespace

int copencv_fill_polygons(copencv_plane mask, const int32_t *points, const int32_t *counts,
                          int32_t contours) {
    return guarded([&] {
        static_assert(sizeof(cv::Point) == 2 * sizeof(int32_t), "points are pairs");
        cv::Mat target = wrap(mask);
        std::vector<const cv::Point *> starts;
        const auto *next = reinterpret_cast<const cv::Point *>(points);
        for (int32_t contour = 0; contour < contours; contour++) {
            starts.push_back(next);
            next += counts[contour];
        }
        cv::fillPoly(target, starts.data(), counts, contours, cv::Scalar(255), cv::LINE_AA, 4);
    });
}

int copencv_blur(copencv_plane plane, double sigma) {
    return guarded([&] {
        cv::Mat target = wrap(plane);
        // A wide blur of a smaller copy looks the same and costs a fraction.
        const int factor = std::max(1, static_cast<int>(sigma / 2));
        const cv::Size small((plane.width + factor - 1) / factor, (plane.height + factor - 1) / factor);
        cv::Mat copy;
        cv::resize(target, copy, small, 0, 0, cv::INTER_AREA);
        cv::GaussianBlur(copy, copy, cv::Size(), sigma / factor, sigma / factor, cv::BORDER_REPLICATE);
        cv::resize(copy, target, target.size(), 0, 0, cv::INTER_LINEAR);
    });
}

int copencv_dilate(copencv_plane plane, int32_t radius) {
    return guarded([&] {
        cv::Mat target = wrap(plane);
        const cv::Size size(2 * radius + 1, 2 * radius + 1);
        cv::dilate(target, target, cv::getStructuringElement(cv::MORPH_ELLIPSE, size));
    });
}

int copencv_resize(copencv_plane source, copencv_plane target) {
    return guarded([&] {
        cv::Mat made = wrap(target);
        const bool shrinks = target.width < source.width;
        cv::resize(wrap(source), made, made.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    });
}

int copencv_enlarge(copencv_plane source, copencv_plane target, double x, double y, double scale) {
    return guarded([&] {
        cv::Mat made = wrap(target);
        const cv::Matx23d map(1 / scale, 0, x, 0, 1 / scale, y);
        cv::warpAffine(wrap(source), made, map, made.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                       cv::BORDER_REPLICATE);
    });
}
