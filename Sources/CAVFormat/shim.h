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
#endif
