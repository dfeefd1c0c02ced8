#include "broadside/sheets/xml_events.hpp"

#include <exception>
#include <memory>
#include <new>

#include <expat.h>
#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside::sheets {

namespace {

constexpr char kSeparator = ' ';

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// "office:value" of "urn:oasis:names:tc:opendocument:xmlns:office:1.0 value".
std::string prefixed(std::string_view qualified) {
    constexpr std::string_view kOpenDocument = "urn:oasis:names:tc:opendocument:xmlns:";
    const std::size_t separator = qualified.rfind(kSeparator);
    if (separator == qualified.npos) return std::string(qualified);
    std::string_view space = qualified.substr(0, separator);
    const std::string_view local = qualified.substr(separator + 1);
    if (space.starts_with(kOpenDocument)) {
        space.remove_prefix(kOpenDocument.size());
        return fmt::format("{}:{}", space.substr(0, space.find(':')), local);
    }
    if (space.ends_with("xlink")) return fmt::format("xlink:{}", local);
    if (space.find("spreadsheetml") != space.npos || space.ends_with("package/2006/relationships"))
        return std::string(local);
    if (space.ends_with("/relationships")) return fmt::format("r:{}", local);
    return fmt::format("?:{}", local);
}

class Reading {
public:
    explicit Reading(XmlHandler& handler) : handler_(handler) {}

    std::string run(std::string_view xml) {
        parser_.reset(XML_ParserCreateNS(nullptr, kSeparator));
        if (!parser_) throw std::bad_alloc();
        XML_Parser parser = parser_.get();
        XML_SetUserData(parser, this);
        XML_SetElementHandler(
            parser,
            [](void* user, const XML_Char* name, const XML_Char** pairs) {
                guarded(user, [&](Reading& reading) { reading.start(name, pairs); });
            },
            [](void* user, const XML_Char* name) {
                guarded(user, [&](Reading& reading) { reading.end(name); });
            });
        XML_SetCharacterDataHandler(parser, [](void* user, const XML_Char* text, int length) {
            guarded(user, [&](Reading& reading) {
                reading.handler_.text({text, static_cast<std::size_t>(length)});
            });
        });
        XML_SetStartDoctypeDeclHandler(
            parser, [](void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                guarded(user, [](Reading& reading) { reading.stop("it has a document type"); });
            });
        const auto status = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), XML_TRUE);
        if (thrown_) std::rethrow_exception(thrown_);
        if (is_stopped_) return problem_;
        if (status == XML_STATUS_OK) return {};
            // The number has a new name since Expat 2.9, and its old one is deprecated.
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
        const auto line = XML_GetCurrentLineNumber64(parser);
#else
        const auto line = XML_GetCurrentLineNumber(parser);
#endif
        return fmt::format("line {}: {}", line, XML_ErrorString(XML_GetErrorCode(parser)));
    }

private:
    /// Between a handler and its reader lie expat's C frames, which no exception may cross.
    template <typename Handle>
    static void guarded(void* user, Handle handle) noexcept {
        auto& reading = *static_cast<Reading*>(user);
        if (reading.is_stopped_ || reading.thrown_) return;
        try {
            handle(reading);
            if (reading.handler_.is_done()) reading.stop({});
        } catch (...) {
            reading.thrown_ = std::current_exception();
            XML_StopParser(reading.parser_.get(), XML_FALSE);
        }
    }

    void stop(std::string problem) {
        if (is_stopped_) return;
        is_stopped_ = true;
        problem_ = std::move(problem);
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    void start(std::string_view name, const XML_Char** pairs) {
        if (++depth_ > limits::kMaxSheetDepth) return stop("elements are too deep in each other");
        handler_.start(prefixed(name), XmlAttributes(pairs));
    }

    void end(std::string_view name) {
        --depth_;
        handler_.end(prefixed(name));
    }

    XmlHandler& handler_;
    std::unique_ptr<XML_ParserStruct, ParserDeleter> parser_;
    std::exception_ptr thrown_;
    std::string problem_;
    std::size_t depth_ = 0;
    bool is_stopped_ = false;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        const std::string_view qualified = pair[0];
        if (qualified.ends_with(name.substr(name.find(':') + 1)) && prefixed(qualified) == name)
            return pair[1];
    }
    return {};
}

std::string read_xml(std::string_view xml, XmlHandler& handler) {
    return Reading(handler).run(xml);
}

bool read_part(const std::string& file, std::string_view part, std::string_view xml,
               XmlHandler& handler, Diagnostics& diagnostics) {
    const std::string problem = read_xml(xml, handler);
    if (!problem.empty())
        diagnostics.push_back(
            error("damaged-workbook", fmt::format("{} cannot be read: {}", part, problem))
                .at(FilePlace{file}));
    return problem.empty();
}

}  // namespace broadside::sheets
