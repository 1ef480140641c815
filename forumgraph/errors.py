"""What can go wrong: every error says where and what to do next.

Oddities *inside* a document are findings (`forumgraph.model.Finding`), not errors: one bad document never stops the others.
"""


class ForumgraphError(Exception):
    """Something that stops a command.

    Attributes:
        exit_code: the status the command line ends with (documented in `forumgraph --help`).
    """

    exit_code = 4

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}. {self.remedy}" if self.remedy else self.message


class UnreadableSource(ForumgraphError):
    """The bytes of one document cannot be read as what they claim to be; costs that document alone.

    Attributes:
        code: the finding this becomes, for example `DOC005`.
    """

    exit_code = 3

    def __init__(self, code: str, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.args = (code, message)  # what pickle gives back to this constructor when a worker sends the error
        self.code = code


class NothingReadable(ForumgraphError):
    """No document among those given could be read."""

    exit_code = 3


class InvalidUsage(ForumgraphError):
    """The command, its options or its configuration are wrong."""

    exit_code = 2


class InvalidQuery(InvalidUsage):
    """A question is unknown, does not parse, or a parameter is missing."""


class PublicationFailed(ForumgraphError):
    """A file, folder or store could not be written or read."""
