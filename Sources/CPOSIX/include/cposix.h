#ifndef CPOSIX_H
#define CPOSIX_H

/// Names the calling thread; Linux keeps the first 15 bytes.
void cposix_name_current_thread(const char *_Nonnull name);
#endif
