#ifndef CLLHTTP_H
#define CLLHTTP_H
#include <llhttp.h>
#endif
