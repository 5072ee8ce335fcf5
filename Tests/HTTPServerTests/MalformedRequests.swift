/// Requests that RFC 9110 and RFC 9112 forbid, each with the section that does.
enum MalformedRequests {
    private static let host = "Host: test\r\n"
    private static let post = "POST / HTTP/1.1\r\nHost: test\r\n"
    private static let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

    static let all: [(section: String, request: String)] =
        startLines + hosts + fields + lengths + codings + chunks

    private static let startLines: [(String, String)] = [
        ("9112 2.2, LF alone", "GET / HTTP/1.1\nHost: test\n\n"),
        ("9112 2.2, LF alone at the end", "GET / HTTP/1.1\r\nHost: test\r\n\n"),
        ("9112 2.2, LF alone after the request line", "GET / HTTP/1.1\n\(host)\r\n"),
        ("9112 2.2, CR alone", "GET / HTTP/1.1\rHost: test\r\r"),
        ("9112 2.2, CR in the request line", "GET /\r HTTP/1.1\r\n\(host)\r\n"),
        ("9112 2.2, white space before the first field", "GET / HTTP/1.1\r\n Host: test\r\n\r\n"),
        ("9112 3, two spaces", "GET  / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3, two spaces before the version", "GET /  HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3, a space before the method", " GET / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3, a space at the end", "GET / HTTP/1.1 \r\n\(host)\r\n"),
        ("9112 3, a tab between", "GET\t/\tHTTP/1.1\r\n\(host)\r\n"),
        ("9112 3, a form feed between", "GET\u{c}/ HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3, no version", "GET /\r\n\(host)\r\n"),
        ("9112 3, no target", "GET HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3, four words", "GET / / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3, nothing but a method", "GET\r\n\r\n"),
        ("9112 3.1, a method with a comma", "GE,T / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.1, a method in quotes", "\"GET\" / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.1, a method that is no ASCII", "GÉT / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 2.3, small letters", "GET / http/1.1\r\n\(host)\r\n"),
        ("9112 2.3, another protocol", "GET / HTTPS/1.1\r\n\(host)\r\n"),
        ("9112 2.3, no minor version", "GET / HTTP/1\r\n\(host)\r\n"),
        ("9112 2.3, three numbers", "GET / HTTP/1.1.1\r\n\(host)\r\n"),
        ("9112 2.3, two digits", "GET / HTTP/1.10\r\n\(host)\r\n"),
        ("9112 2.3, a leading zero", "GET / HTTP/01.1\r\n\(host)\r\n"),
        ("9112 2.3, a sign", "GET / HTTP/+1.1\r\n\(host)\r\n"),
        ("9112 2.3, a comma", "GET / HTTP/1,1\r\n\(host)\r\n"),
        ("9112 2.3, version 3", "GET / HTTP/3.0\r\n\(host)\r\n"),
        ("9112 3.2, no leading slash", "GET index.html HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2, a fragment", "GET /#top HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.2, no host in the absolute form", "GET http:///x HTTP/1.1\r\n\(host)\r\n"),
        ("9110 4.2.4, a user in the absolute form", "GET http://me@test/ HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.2, another scheme", "GET ftp://test/ HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.3, the authority form without CONNECT", "GET test:80 HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.4, the asterisk without OPTIONS", "GET * HTTP/1.1\r\n\(host)\r\n"),
        ("3986 2.1, half an escape", "GET /%4 HTTP/1.1\r\n\(host)\r\n"),
        ("3986 2.1, no digits in an escape", "GET /%zz HTTP/1.1\r\n\(host)\r\n"),
        ("a NUL in the target", "GET /\u{0} HTTP/1.1\r\n\(host)\r\n"),
        ("a DEL in the target", "GET /\u{7f} HTTP/1.1\r\n\(host)\r\n"),
    ]

    private static let hosts: [(String, String)] = [
        ("9112 3.2, no host", "GET / HTTP/1.1\r\n\r\n"),
        ("9112 3.2, two hosts", "GET / HTTP/1.1\r\n\(host)\(host)\r\n"),
        ("9112 3.2, two hosts in other letters", "GET / HTTP/1.1\r\n\(host)hOST: other\r\n\r\n"),
        ("9112 3.2, a user", "GET / HTTP/1.1\r\nHost: me@test\r\n\r\n"),
        ("9112 3.2, a path", "GET / HTTP/1.1\r\nHost: test/x\r\n\r\n"),
        ("9112 3.2, a space", "GET / HTTP/1.1\r\nHost: te st\r\n\r\n"),
        ("9112 3.2, a port of letters", "GET / HTTP/1.1\r\nHost: test:http\r\n\r\n"),
        ("9112 3.2, a port too large", "GET / HTTP/1.1\r\nHost: test:65536\r\n\r\n"),
        ("9112 3.2, two ports", "GET / HTTP/1.1\r\nHost: test:80:80\r\n\r\n"),
        ("3986 3.2.2, an open bracket", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"),
        ("3986 3.2.2, letters in an address", "GET / HTTP/1.1\r\nHost: [xyz]\r\n\r\n"),
        ("3986 3.2.2, more behind an address", "GET / HTTP/1.1\r\nHost: [::1]x\r\n\r\n"),
    ]

    private static let fields: [(String, String)] = [
        ("9112 5.1, a space before the colon", "GET / HTTP/1.1\r\nHost : test\r\n\r\n"),
        ("9112 5.1, a tab before the colon", "GET / HTTP/1.1\r\n\(host)A\t: b\r\n\r\n"),
        ("9112 5, no colon", "GET / HTTP/1.1\r\n\(host)nonsense\r\n\r\n"),
        ("9110 5.1, no name", "GET / HTTP/1.1\r\n\(host): b\r\n\r\n"),
        ("9110 5.1, a bracket in a name", "GET / HTTP/1.1\r\n\(host)A[0]: b\r\n\r\n"),
        ("9110 5.1, a slash in a name", "GET / HTTP/1.1\r\n\(host)A/B: b\r\n\r\n"),
        ("9110 5.1, a name that is no ASCII", "GET / HTTP/1.1\r\n\(host)Ä: b\r\n\r\n"),
        ("9112 5.2, a folded line", "GET / HTTP/1.1\r\n\(host)A: b\r\n c\r\n\r\n"),
        ("9112 5.2, a line folded by a tab", "GET / HTTP/1.1\r\n\(host)A: b\r\n\tc\r\n\r\n"),
        ("9110 5.5, a NUL", "GET / HTTP/1.1\r\n\(host)A: b\u{0}c\r\n\r\n"),
        ("9110 5.5, a CR", "GET / HTTP/1.1\r\n\(host)A: b\rc\r\n\r\n"),
        ("9110 5.5, an LF", "GET / HTTP/1.1\r\n\(host)A: b\nB: c\r\n\r\n"),
        ("9110 5.5, a bell", "GET / HTTP/1.1\r\n\(host)A: \u{7}\r\n\r\n"),
        ("9110 5.5, a DEL", "GET / HTTP/1.1\r\n\(host)A: \u{7f}\r\n\r\n"),
        ("9110 10.1.1, another expectation", post + "Expect: more\r\nContent-Length: 1\r\n\r\na"),
    ]

    private static let lengths: [(String, String)] = [
        ("9110 8.6, no number", post + "Content-Length: one\r\n\r\na"),
        ("9110 8.6, nothing", post + "Content-Length:\r\n\r\na"),
        ("9110 8.6, a sign", post + "Content-Length: +1\r\n\r\na"),
        ("9110 8.6, below zero", post + "Content-Length: -1\r\n\r\na"),
        ("9110 8.6, hexadecimal", post + "Content-Length: 0x1\r\n\r\na"),
        ("9110 8.6, a fraction", post + "Content-Length: 1.0\r\n\r\na"),
        ("9110 8.6, an underscore", post + "Content-Length: 1_0\r\n\r\naaaaaaaaaa"),
        ("9110 8.6, a space inside", post + "Content-Length: 1 0\r\n\r\naaaaaaaaaa"),
        ("9110 8.6, a number beyond all", post + "Content-Length: 99999999999999999999\r\n\r\na"),
        ("9112 6.3, two numbers", post + "Content-Length: 1, 2\r\n\r\nab"),
        ("9112 6.3, two lines that differ", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        (
            "9112 6.3, length and chunks",
            post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        (
            "9112 6.3, chunks and length",
            post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
        ),
    ]

    private static let codings: [(String, String)] = [
        ("9112 6.1, chunked is not the last", post + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, chunked twice", post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, an unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, chunked in quotes", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, a parameter", post + "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, nothing", post + "Transfer-Encoding:\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, a vertical tab", post + "Transfer-Encoding: \u{b}chunked\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, in HTTP/1.0", "POST / HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        ("9112 6.1, identity", post + "Transfer-Encoding: identity\r\n\r\n"),
    ]

    private static let chunks: [(String, String)] = [
        ("9112 7.1, no size", chunked + "\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, no digits", chunked + "g\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, a prefix", chunked + "0x5\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, a sign", chunked + "+5\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, below zero", chunked + "-5\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, an underscore", chunked + "0_5\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, a space before", chunked + " 5\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, beyond all", chunked + "10000000000000000\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, LF after the size", chunked + "5\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, CR after the size", chunked + "5\rhello\r\n0\r\n\r\n"),
        ("9112 7.1, LF after the data", chunked + "5\r\nhello\n0\r\n\r\n"),
        ("9112 7.1, no line end after the data", chunked + "5\r\nhello0\r\n\r\n"),
        ("9112 7.1, more data than said", chunked + "5\r\nhelloo\r\n0\r\n\r\n"),
        ("9112 7.1, LF after the last size", chunked + "0\n\n"),
        ("9112 7.1.1, LF in an extension", chunked + "5;a=b\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.1, an extension without a name", chunked + "5;=b\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.1, an extension without a value", chunked + "5;a=\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.1, an open quote", chunked + "5;a=\"b\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.1, a NUL in an extension", chunked + "5;a\u{0}\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.1, a word without a semicolon", chunked + "5 a\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.2, a space in a trailer's name", chunked + "5\r\nhello\r\n0\r\nA : b\r\n\r\n"),
        ("9112 7.1.2, a trailer without a colon", chunked + "5\r\nhello\r\n0\r\nnonsense\r\n\r\n"),
        ("9112 7.1.2, a folded trailer", chunked + "5\r\nhello\r\n0\r\nA: b\r\n c\r\n\r\n"),
        ("9112 7.1.2, LF after a trailer", chunked + "5\r\nhello\r\n0\r\nA: b\n\r\n"),
    ]
}
