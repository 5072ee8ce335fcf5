#ifndef CPOSIX_H
#define CPOSIX_H

/// Names the calling thread; Linux keeps the first 15 bytes.
void cposix_name_current_thread(const char *_Nonnull name);

/// Whether somebody keeps the machine's clock right, as the kernel knows it (adjtimex(2)).
///
/// How far it may be off is written to `microseconds`.
int cposix_clock_is_kept(long *_Nonnull microseconds);
#endif
