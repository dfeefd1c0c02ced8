#include "broadside/conformance/xml_tree.hpp"

#include <memory>
#include <new>

#include <expat.h>

#include "broadside/base/limits.hpp"

namespace broadside::conformance {

namespace {

struct FreeXmlParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct XmlReading {
    XML_Parser parser;
    std::vector<XmlElement> open;  // the last one is innermost; the first holds the root
    std::string mistake = {};

    void stop(const char* why) {
        mistake = why;
        XML_StopParser(parser, XML_FALSE);
    }
};

XmlReading& reading_of(void* user) { return *static_cast<XmlReading*>(user); }

void begin_element(void* user, const XML_Char* name, const XML_Char** pairs) {
    XmlReading& reading = reading_of(user);
    if (reading.open.size() > limits::kMaxPdfDepth) return reading.stop("nested too deep");
    XmlElement element{name};
    for (; *pairs; pairs += 2) element.attributes.emplace_back(pairs[0], pairs[1]);
    reading.open.push_back(std::move(element));
}

void end_element(void* user, const XML_Char*) {
    XmlReading& reading = reading_of(user);
    if (!reading.mistake.empty()) return;  // of an element that was not begun
    XmlElement done = std::move(reading.open.back());
    reading.open.pop_back();
    reading.open.back().children.push_back(std::move(done));
}

void take_characters(void* user, const XML_Char* characters, int size) {
    reading_of(user).open.back().text.append(characters, static_cast<std::size_t>(size));
}

void refuse_document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    reading_of(user).stop("a DOCTYPE");
}

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [known, value] : attributes) {
        if (known == wanted) return value;
    }
    return {};
}

std::optional<XmlElement> read_xml(std::string_view bytes, std::string& mistake) {
    const std::unique_ptr<XML_ParserStruct, FreeXmlParser> parser(XML_ParserCreateNS("UTF-8", ' '));
    if (!parser) throw std::bad_alloc();
    XML_SetReturnNSTriplet(parser.get(), 1);
    XmlReading reading{parser.get(), {XmlElement{}}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begin_element, end_element);
    XML_SetCharacterDataHandler(parser.get(), take_characters);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuse_document_type);
    if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE) !=
        XML_STATUS_OK) {
        mistake = reading.mistake.empty() ? XML_ErrorString(XML_GetErrorCode(parser.get()))
                                          : reading.mistake;
        return std::nullopt;
    }
    return std::move(reading.open.front().children.front());
}

}  // namespace broadside::conformance
