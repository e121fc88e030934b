"""What is filled in locally, once a file: a small set of data in it, to which all places to type are bound.

Who types the number of the ombudsman in one place has it in all places of that file.
"""

import uuid
from html import escape
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from .word_parts import CONTACTS

_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
STORE = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, CONTACTS)).upper() + "}"
"""The id by which places to type find the data."""


class Contacts:
    """The fields of one file, by their labels."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def bound(self, label: str) -> tuple[str, str]:
        """The field of a label and the id of the data; the same label is the same field."""
        return self.names.setdefault(label, f"field{len(self.names) + 1}"), STORE

    def put_into(self, document: WordDocument) -> None:
        """Write the data into a document, each field with its label as what stands there until somebody types."""
        if not self.names:
            return
        package: Any = document.part.package
        fields = "".join(f"<{name}>{escape(label)}</{name}>" for label, name in self.names.items())
        data = f'<?xml version="1.0" encoding="UTF-8"?><contacts xmlns="{CONTACTS}">{fields}</contacts>'
        item = Part(PackURI("/customXml/item2.xml"), "application/xml", data.encode(), package)
        about = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="{_SCHEMA}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{CONTACTS}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        properties = Part(PackURI("/customXml/itemProps2.xml"), _PROPERTIES, about.encode(), package)
        item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
