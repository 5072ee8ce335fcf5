#ifndef CLLHTTP_H
#define CLLHTTP_H
// By its full path, since an include path of this target does not reach those that import it.
#include </usr/share/include/llhttp/llhttp.h>
#endif
