#ifndef CPANGO_H
#define CPANGO_H
#endif
