#ifndef CTLS_SHIM_H
#define CTLS_SHIM_H
#include <openssl/err.h>
#include <openssl/ssl.h>

// Both are macros around SSL_ctrl, which Swift cannot import.
static inline int ctls_set_server_name(SSL *ssl, const char *name) {
    return (int)SSL_set_tlsext_host_name(ssl, name);
}
static inline void ctls_allow_moving_buffer(SSL *ssl) {
    SSL_set_mode(ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}
#endif
