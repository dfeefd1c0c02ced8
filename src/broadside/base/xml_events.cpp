#include "broadside/base/xml_events.hpp"

#include <exception>
#include <new>
#include <utility>

// The header declares the bounds of entities only to who asks for them.
#define XML_DTD
#include <expat.h>

#include "broadside/base/handle.hpp"

namespace broadside {

namespace {

constexpr char kSeparator = ' ';

class Parsing {
public:
    explicit Parsing(XmlEvents& events) : events_(events) {}

    std::optional<XmlMistake> run(std::string_view xml, XmlRules rules) {
        parser_.reset(XML_ParserCreateNS(rules.is_utf8 ? "UTF-8" : nullptr, kSeparator));
        if (!parser_) throw std::bad_alloc();
        XML_Parser parser = parser_.get();
        XML_SetReturnNSTriplet(parser, 1);
        XML_SetUserData(parser, this);
        XML_SetElementHandler(
            parser,
            [](void* user, const XML_Char* name, const XML_Char** pairs) {
                guarded(user, [&](Parsing& own) { own.events_.start(name, pairs, own.offset()); });
            },
            [](void* user, const XML_Char* name) {
                guarded(user, [&](Parsing& own) { own.events_.end(name); });
            });
        XML_SetCharacterDataHandler(parser, [](void* user, const XML_Char* text, int length) {
            guarded(user, [&](Parsing& own) {
                own.events_.text({text, static_cast<std::size_t>(length)});
            });
        });
        if (rules.may_have_entities) {
            // Those that make more than four times the file are a bomb; those of other files are
            // never fetched.
            XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, 4);
            XML_SetBillionLaughsAttackProtectionActivationThreshold(parser, 1 << 20);
        } else {
            XML_SetStartDoctypeDeclHandler(
                parser, [](void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                    guarded(user, [](Parsing& own) {
                        own.mistake_ = own.here("it has a document type");
                        own.stop();
                    });
                });
        }
        const auto status = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), XML_TRUE);
        if (thrown_) std::rethrow_exception(thrown_);
        if (is_stopped_ || status == XML_STATUS_OK) return std::move(mistake_);
        const XML_Error code = XML_GetErrorCode(parser);
        if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        return here(XML_ErrorString(code));
    }

private:
    /// Between a handler and its reader lie expat's C frames, which no exception may cross: it
    /// stops the parser and goes on behind them.
    template <typename Handle>
    static void guarded(void* user, Handle handle) noexcept {
        auto& own = *static_cast<Parsing*>(user);
        // A parser that was told to stop still ends the element that it is in.
        if (own.is_stopped_) return;
        try {
            handle(own);
            if (own.events_.is_done()) own.stop();
        } catch (...) {
            own.thrown_ = std::current_exception();
            own.stop();
        }
    }

    void stop() {
        is_stopped_ = true;
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    // These numbers have new names since Expat 2.9, and their old ones are deprecated.
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
    std::size_t offset() const { return not_negative(XML_GetCurrentByteIndex64(parser_.get())); }
    std::size_t line() const { return XML_GetCurrentLineNumber64(parser_.get()); }
#else
    std::size_t offset() const { return not_negative(XML_GetCurrentByteIndex(parser_.get())); }
    std::size_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }
#endif
    static std::size_t not_negative(long long index) {
        return index < 0 ? 0 : static_cast<std::size_t>(index);
    }

    XmlMistake here(std::string message) const { return {std::move(message), line(), offset()}; }

    XmlEvents& events_;
    Handle<XML_ParserStruct, XML_ParserFree> parser_;
    std::exception_ptr thrown_;
    std::optional<XmlMistake> mistake_;
    bool is_stopped_ = false;
};

}  // namespace

XmlName split_xml_name(std::string_view name) {
    const std::size_t space = name.find(kSeparator);
    if (space == name.npos) return {{}, name};
    const std::string_view behind = name.substr(space + 1);
    return {name.substr(0, space), behind.substr(0, behind.find(kSeparator))};
}

std::optional<XmlMistake> parse_xml(std::string_view xml, XmlEvents& events, XmlRules rules) {
    return Parsing(events).run(xml, rules);
}

}  // namespace broadside
