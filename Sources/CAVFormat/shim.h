#ifndef CAVFORMAT_SHIM_H
#define CAVFORMAT_SHIM_H
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>

// Macros of expressions, which Swift does not import.
static const int cavformat_again = AVERROR(EAGAIN);
static const int cavformat_end = AVERROR_EOF;
static const int cavformat_no_memory = AVERROR(ENOMEM);
static const int64_t cavformat_no_timestamp = AV_NOPTS_VALUE;

// A frame's planes are C arrays, which Swift sees as tuples.
static inline int cavformat_scale(struct SwsContext *scaler, const AVFrame *frame, uint8_t *luma, uint8_t *blue,
                                  uint8_t *red, int stride) {
    uint8_t *const planes[4] = {luma, blue, red, NULL};
    const int strides[4] = {stride, stride / 2, stride / 2, 0};
    return sws_scale(scaler, (const uint8_t *const *)frame->data, frame->linesize, 0, frame->height, planes,
                     strides);
}
#endif
