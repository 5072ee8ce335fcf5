#ifndef CMECAB_SHIM_H
#define CMECAB_SHIM_H
#include <mecab.h>
#endif
