#include "broadside/load/symbol/svg_tree.hpp"

#include <exception>
#include <memory>
#include <new>

// The header declares the bounds of entities only to who asks for them.
#define XML_DTD
#include <expat.h>
#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside::load {

namespace {

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserHandle = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

constexpr std::string_view kNamespace = "http://www.w3.org/2000/svg";
constexpr std::string_view kXlink = "http://www.w3.org/1999/xlink";
constexpr char kSeparator = ' ';

/// Where the parser stands in the text, which is of less than 2 GiB. The number has a new name
/// since Expat 2.9, and its old one is deprecated.
std::size_t byte_index(XML_Parser parser) {
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
    const auto index = XML_GetCurrentByteIndex64(parser);
#else
    const auto index = XML_GetCurrentByteIndex(parser);
#endif
    return index < 0 ? 0 : static_cast<std::size_t>(index);
}

struct QualifiedName {
    std::string_view name_space, local;
};

QualifiedName split(std::string_view name) {
    const std::size_t separator = name.rfind(kSeparator);
    if (separator == std::string_view::npos) return {{}, name};
    return {name.substr(0, separator), name.substr(separator + 1)};
}

/// Builds the tree from expat's events.
class TreeReader {
public:
    explicit TreeReader(Report& report) : report_(report) {}

    /// Throws what a handler has thrown, and when memory is short.
    std::optional<SvgElement> read(std::string_view text) {
        parser_.reset(XML_ParserCreateNS("UTF-8", kSeparator));
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* user, const XML_Char* name, const XML_Char** pairs) {
                guarded(user, [&](TreeReader& reader) { reader.start(name, pairs); });
            },
            [](void* user, const XML_Char*) {
                guarded(user, [](TreeReader& reader) { reader.end(); });
            });
        XML_SetCharacterDataHandler(
            parser_.get(), [](void* user, const XML_Char* characters, int length) {
                guarded(user, [&](TreeReader& reader) {
                    reader.text({characters, static_cast<std::size_t>(length)});
                });
            });
        // Drawing programs declare short names for namespaces. Entities that make more than four
        // times the file are a bomb; those of other files are never fetched.
        XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser_.get(), 4);
        XML_SetBillionLaughsAttackProtectionActivationThreshold(parser_.get(), 1 << 20);
        const auto status =
            XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
        if (thrown_) std::rethrow_exception(thrown_);
        if (status != XML_STATUS_OK && !failed_) report_syntax();
        if (failed_) return std::nullopt;
        return std::move(root_);
    }

private:
    /// Between a handler and its reader lie expat's C frames, which no exception may cross: it
    /// stops the parser and goes on behind them.
    template <typename Handle>
    static void guarded(void* user, Handle handle) noexcept {
        auto& reader = *static_cast<TreeReader*>(user);
        // A parser that was told to stop still ends the element that it is in.
        if (reader.failed_ || reader.thrown_) return;
        try {
            handle(reader);
        } catch (...) {
            reader.thrown_ = std::current_exception();
            XML_StopParser(reader.parser_.get(), XML_FALSE);
        }
    }

    void start(std::string_view qualified, const XML_Char** pairs) {
        const auto [name_space, name] = split(qualified);
        const bool is_svg = name_space == kNamespace || name_space.empty();
        if (open_.empty() && (!is_svg || name != "svg")) {
            if (name != "svg")
                return fail({"not-svg", fmt::format("expected <svg>, got <{}>", name)});
            return fail({"not-svg", fmt::format("expected xmlns=\"{}\", got another", kNamespace)});
        }
        if (ignored_depth_ > 0 || !is_svg) {
            ++ignored_depth_;
            return;
        }
        if (open_.size() >= limits::kMaxSymbolDepth) {
            return fail(
                {"too-deep", fmt::format("expected at most {} elements inside each other, got more",
                                         limits::kMaxSymbolDepth)});
        }
        if (++count_ > limits::kMaxSymbolElements) {
            return fail({"too-many", fmt::format("expected at most {} elements, got more",
                                                 limits::kMaxSymbolElements)});
        }
        SvgElement element;
        element.name = name;
        element.offset = byte_index(parser_.get());
        for (; *pairs; pairs += 2) {
            const auto [its_space, key] = split(pairs[0]);
            if (its_space.empty() || (its_space == kXlink && key == "href"))
                element.attributes.emplace(key, pairs[1]);
        }
        if (open_.empty()) {
            root_ = std::move(element);
            open_.push_back(&root_);
        } else {
            // What is above stays where it is until all its children are read.
            auto& siblings = open_.back()->children;
            siblings.push_back(std::move(element));
            open_.push_back(&siblings.back());
        }
    }

    void end() {
        if (ignored_depth_ > 0) {
            --ignored_depth_;
        } else {
            open_.pop_back();
        }
    }

    void text(std::string_view characters) {
        if (ignored_depth_ == 0 && open_.back()->name == "style") open_.back()->text += characters;
    }

    void fail(Problem problem) {
        failed_ = true;
        report_.error_in_text(byte_index(parser_.get()), std::move(problem));
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    void report_syntax() {
        const XML_Error code = XML_GetErrorCode(parser_.get());
        if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        const std::string_view reason =
            code == XML_ERROR_NO_ELEMENTS ? "got no element" : XML_ErrorString(code);
        fail({"syntax-error", fmt::format("expected well-formed XML: {}", reason)});
    }

    Report& report_;
    SvgElement root_;
    std::vector<SvgElement*> open_;
    std::size_t ignored_depth_ = 0;
    std::size_t count_ = 0;
    bool failed_ = false;
    std::exception_ptr thrown_;
    ParserHandle parser_;
};

}  // namespace

std::optional<SvgElement> read_svg_tree(std::string_view text, Report& report) {
    return TreeReader(report).read(text);
}

}  // namespace broadside::load
