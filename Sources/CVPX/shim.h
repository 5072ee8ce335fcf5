#ifndef CVPX_SHIM_H
#define CVPX_SHIM_H
#include <vpx/vpx_encoder.h>
#include <vpx/vp8cx.h>

// A macro of an expression, which Swift does not import.
static const int cvpx_encoder_abi_version = VPX_ENCODER_ABI_VERSION;
#endif
