/// Requests that RFC 9110 and RFC 9112 allow, each with the section that does.
enum WellFormedRequests {
    private static let host = "Host: test\r\n"
    private static let post = "POST / HTTP/1.1\r\nHost: test\r\n"
    private static let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

    static let all: [(section: String, request: String)] = startLines + fields + bodies

    private static let startLines: [(String, String)] = [
        ("the least", "GET / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 2.2, empty lines before", "\r\n\r\nGET / HTTP/1.1\r\n\(host)\r\n"),
        ("9112 2.3, HTTP/1.0", "GET / HTTP/1.0\r\n\r\n"),
        ("9112 2.3, HTTP/1.0 with a host", "GET / HTTP/1.0\r\n\(host)\r\n"),
        ("9112 3.2.1, a query", "GET /?a=1&b=2 HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.1, an empty query", "GET /? HTTP/1.1\r\n\(host)\r\n"),
        ("3986 3.4, marks in a query", "GET /?a=/?:@!$'()*,; HTTP/1.1\r\n\(host)\r\n"),
        ("3986 2.1, escapes in a query", "GET /?a=%EA%B0%95%20%2F HTTP/1.1\r\n\(host)\r\n"),
        ("3986 2.1, escapes in small letters", "GET /?a=%ea%b0%95 HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.2, the absolute form", "GET http://test/ HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.2, without a path", "GET http://test HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.2, a query without a path", "GET http://test?a=/b HTTP/1.1\r\n\(host)\r\n"),
        ("9110 4.2.3, capitals", "GET HTTP://TEST/ HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.2, with a port", "GET http://test:80/?a HTTP/1.1\r\nHost: test:80\r\n\r\n"),
        ("9112 3.2.2, over TLS", "GET https://test/ HTTP/1.1\r\n\(host)\r\n"),
        ("9112 3.2.4, the asterisk", "OPTIONS * HTTP/1.1\r\n\(host)\r\n"),
        ("9110 9.3.7, OPTIONS", "OPTIONS / HTTP/1.1\r\n\(host)\r\n"),
        ("9110 9.3.2, HEAD", "HEAD / HTTP/1.1\r\n\(host)\r\n"),
        ("9110 7.2, a port", "GET / HTTP/1.1\r\nHost: test:8787\r\n\r\n"),
        ("3986 3.2.3, an empty port", "GET / HTTP/1.1\r\nHost: test:\r\n\r\n"),
        ("3986 3.2.2, IPv4", "GET / HTTP/1.1\r\nHost: 192.0.2.7\r\n\r\n"),
        ("3986 3.2.2, IPv6", "GET / HTTP/1.1\r\nHost: [2001:db8::7]:80\r\n\r\n"),
        ("3986 3.2.2, IPv4 in IPv6", "GET / HTTP/1.1\r\nHost: [::ffff:192.0.2.7]\r\n\r\n"),
        ("3986 3.2.2, a name with marks", "GET / HTTP/1.1\r\nHost: a_b-c.example.\r\n\r\n"),
        ("3986 3.2.2, an escape", "GET / HTTP/1.1\r\nHost: a%20b\r\n\r\n"),
        ("9112 3.2, an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
    ]

    private static let fields: [(String, String)] = [
        ("9112 5, no blank after the colon", "GET / HTTP/1.1\r\nHost:test\r\n\r\n"),
        ("9112 5.1, blanks around", "GET / HTTP/1.1\r\nHost: \t test \t\r\n\r\n"),
        ("9110 5.1, other letters", "GET / HTTP/1.1\r\nhOsT: test\r\n\r\n"),
        ("9110 5.5, an empty value", "GET / HTTP/1.1\r\n\(host)A:\r\n\r\n"),
        ("9110 5.5, a tab inside", "GET / HTTP/1.1\r\n\(host)A: b\tc\r\n\r\n"),
        ("9110 5.5, bytes above ASCII", "GET / HTTP/1.1\r\n\(host)A: 한국어\r\n\r\n"),
        ("9110 5.6.2, every mark of a token", "GET / HTTP/1.1\r\n\(host)!#$%&'*+-.^_`|~1a: b\r\n\r\n"),
        ("9110 5.6.4, a quoted text", "GET / HTTP/1.1\r\n\(host)A: \"b\\\"c, d\"\r\n\r\n"),
        ("9110 5.3, a name twice", "GET / HTTP/1.1\r\n\(host)Accept: text/html\r\nAccept: */*\r\n\r\n"),
        ("9110 5.6.1, empty elements", "GET / HTTP/1.1\r\n\(host)Accept: , text/html,, */*,\r\n\r\n"),
        (
            "9110 7.6.1, options of the connection",
            "GET / HTTP/1.1\r\n\(host)Connection: keep-alive, X\r\n\r\n"
        ),
        ("9110 7.8, an upgrade", "GET / HTTP/1.1\r\n\(host)Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"),
        ("9110 10.1.4, TE", "GET / HTTP/1.1\r\n\(host)TE: trailers, deflate;q=0.5\r\nConnection: TE\r\n\r\n"),
        ("6265 4.2, cookies", "GET / HTTP/1.1\r\n\(host)Cookie: a=b; c=\"d\"\r\n\r\n"),
    ]

    private static let bodies: [(String, String)] = [
        ("9110 8.6, a length", post + "Content-Length: 5\r\n\r\nhello"),
        ("9110 8.6, leading zeros", post + "Content-Length: 0005\r\n\r\nhello"),
        ("9110 8.6, blanks around", post + "Content-Length: \t5 \r\n\r\nhello"),
        ("9110 8.6, nothing", post + "Content-Length: 0\r\n\r\n"),
        ("9112 6.3, no length", post + "\r\n"),
        ("9110 9.3.1, a body of GET", "GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\n\r\na"),
        ("9112 7.1, chunks", chunked + "5\r\nhello\r\n0\r\n\r\n"),
        ("9112 7, capitals", post + "Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1, sizes in both letters", chunked + "a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n"),
        ("9112 7.1, leading zeros", chunked + "0005\r\nhello\r\n000\r\n\r\n"),
        ("9112 7.1.1, an extension", chunked + "5;a\r\nhello\r\n0;b=c\r\n\r\n"),
        ("9112 7.1.1, a quoted extension", chunked + "5;a=\"b;\\\" c\"\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.1, blanks in an extension", chunked + "5 ; a = b\r\nhello\r\n0\r\n\r\n"),
        ("9112 7.1.2, trailers", chunked + "5\r\nhello\r\n0\r\nA: b\r\nC:\r\n\r\n"),
        ("9110 10.1.1, an expectation", post + "Expect: 100-Continue\r\nContent-Length: 5\r\n\r\nhello"),
    ]
}
