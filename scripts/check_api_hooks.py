"""What schemathesis has to be told beside its settings: how JSON Lines are sent."""
import schemathesis


@schemathesis.serializer("application/x-ndjson", "application/jsonl")
def lines(context, value):
    return value if isinstance(value, bytes) else str(value).encode()
