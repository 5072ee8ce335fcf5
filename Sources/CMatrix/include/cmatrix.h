#ifndef CMATRIX_H
#define CMATRIX_H
#endif
