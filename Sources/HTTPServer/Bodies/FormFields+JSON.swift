extension FormFields {
    /// Reads one JSON object of flat values (RFC 8259).
    mutating func readJSON(_ body: [UInt8]) throws(BodyError) {
        var reader = JSONReader(body)
        try reader.expect("{", "an object")
        if !reader.takes("}") {
            repeat {
                let name = try reader.string()
                try reader.expect(":", "':'")
                try append(name, try reader.values(of: name))
            } while reader.takes(",")
            try reader.expect("}", "',' or '}'")
        }
        try reader.expectEnd()
    }
}
