#include "broadside/emit/pdf_finish.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <cairo.h>
#include <fmt/format.h>

#include "broadside/emit/deflate.hpp"
#include "broadside/emit/pdf_marks.hpp"
#include "broadside/emit/pdf_reader.hpp"
#include "broadside/emit/pdf_writer.hpp"

namespace broadside::emit {

namespace {

using PdfObject = PdfReader::Object;

/// Takes objects over into a new file, under new numbers, with all that they refer to. Streams keep
/// their compressed bytes.
class ObjectCopier {
public:
    ObjectCopier(PdfReader& source, PdfWriter& writer) : source_(source), writer_(writer) {}

    /// The keys of a dictionary and their values but that of `without`; none of another object.
    std::string entries(PdfObject dictionary, std::string_view without = {}) {
        std::string out;
        if (!source_.is_dictionary(dictionary)) return out;
        for (const auto& [key, value] : source_.entries(dictionary)) {
            if (key != without) out += source_.name(key) + ' ' + reference(value) + ' ';
        }
        return out;
    }

    /// Writes what has been referred to.
    void write() {
        for (std::size_t i = 0; i < referred_.size(); ++i) {
            const auto [object, number] = referred_[i];
            if (source_.is_stream(object)) {
                const PdfObject dictionary = source_.stream_dictionary(object);
                writer_.write_stream(number, "<< " + entries(dictionary, "/Length") + ">>",
                                     source_.raw_data(object));
            } else {
                writer_.write(number, definition(object));
            }
        }
        referred_.clear();
    }

private:
    struct Referred {
        PdfObject object;
        int number;
    };

    /// `object` as it stands in another: a reference where it is one.
    std::string reference(PdfObject object) {
        const int old = source_.number(object);
        if (old == 0) return definition(object);
        const auto [position, is_new] = numbers_.try_emplace(old, 0);
        if (is_new) {
            position->second = writer_.new_number();
            referred_.push_back({object, position->second});
        }
        return fmt::format("{} 0 R", position->second);
    }

    std::string definition(PdfObject object) {
        if (source_.is_dictionary(object)) return "<< " + entries(object) + ">>";
        if (!source_.is_array(object)) return source_.definition(object);
        std::string out = "[ ";
        for (const PdfObject item : source_.items(object)) out += reference(item) + ' ';
        return out + ']';
    }

    PdfReader& source_;
    PdfWriter& writer_;
    std::map<int, int> numbers_;      // from the old ones to the new ones
    std::vector<Referred> referred_;  // still to be written
};

/// PDF counts upwards from the foot of the page.
Pt from_foot(const scene::Page& page, Pt y) { return page.size.height - y; }

class PdfAssembly {
public:
    PdfAssembly(PdfReader& source, const PdfDetails& details, PdfForms& forms)
        : source_(source), details_(details), forms_(forms) {
        for (std::size_t i = 0; i < details.scene.pages.size(); ++i)
            page_numbers_.push_back(writer_.new_number());
        for (std::size_t i = 0; i < details.symbols.symbols.size(); ++i)
            symbol_numbers_.push_back(writer_.new_number());
    }

    /// Nothing when a page of Cairo's has not its marks.
    std::optional<File> write() {
        const int tree = writer_.new_number();
        std::vector<std::string> annotations(page_numbers_.size());
        for (const PdfLink& link : details_.links.links) annotations[link.page] += annotation(link);
        for (std::size_t page = 0; page < page_numbers_.size(); ++page) {
            if (!write_page(page, tree, annotations[page])) return std::nullopt;
        }
        write_symbols();
        write_tree(tree);
        const int root = write_catalog(tree);
        return writer_.finish(root, write_info());
    }

    // One for each target of a link, giving the annotation's action.
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const UrlTarget& target) const {
        return fmt::format("/A << /S /URI /URI {} >>", source_.byte_string(target.url));
    }
    std::string operator()(const NoteTarget& target) const {
        return destination(details_.links.notes, target.note);
    }
    std::string operator()(const MarkTarget& target) const {
        return destination(details_.links.marks, target.note);
    }

private:
    std::string destination(const std::map<NoteId, PdfPlace>& places, const NoteId& note) const {
        const auto place = places.find(note);
        if (place == places.end()) return {};
        const auto& [page, top_left] = place->second;
        return fmt::format("/Dest [{} 0 R /XYZ {:.2f} {:.2f} null]", page_numbers_[page],
                           top_left.x.value,
                           from_foot(details_.scene.pages[page], top_left.y).value);
    }

    /// A reference to the link that it writes. Empty for a link to nothing.
    std::string annotation(const PdfLink& link) {
        const std::string action = std::visit(*this, link.target);
        if (action.empty()) return {};
        const scene::Page& page = details_.scene.pages[link.page];
        const std::string name =
            link.name.empty() ? "" : fmt::format(" /Contents {}", source_.text_string(link.name));
        const int number = writer_.new_number();
        writer_.write(
            number,
            fmt::format("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0]"
                        " /Rect [{:.2f} {:.2f} {:.2f} {:.2f}] {}{} >>",
                        link.area.x.value, from_foot(page, link.area.bottom()).value,
                        link.area.right().value, from_foot(page, link.area.y).value, action, name));
        return fmt::format("{} 0 R ", number);
    }

    bool write_page(std::size_t page, int tree, const std::string& annotations) {
        const PdfObject cairo_page = source_.page(page);
        const auto finished = replace_marks(source_.content(cairo_page), symbol_calls(page));
        if (!finished) return false;
        const int number = writer_.new_number();
        writer_.write_stream(number, "<< /Filter /FlateDecode >>", deflated(*finished));
        const Size size = details_.scene.pages[page].size;
        std::string text = fmt::format(
            "<< /Type /Page /Parent {} 0 R /MediaBox [0 0 {:.6f} {:.6f}] /Contents {} 0 R"
            " /Resources << {}>> ",
            tree, size.width.value, size.height.value, number, resources(page, cairo_page));
        if (!annotations.empty()) text += fmt::format("/Annots [ {}] ", annotations);
        writer_.write(page_numbers_[page], text + ">>");
        copier_.write();
        source_.forget_objects();
        return true;
    }

    /// Cairo's, and the page's symbols among the forms.
    std::string resources(std::size_t page, PdfObject cairo_page) {
        const PdfObject resources = source_.value(cairo_page, "/Resources");
        std::string forms = copier_.entries(source_.value(resources, "/XObject"));
        std::set<std::size_t> symbols;
        for (const PdfSymbolUse& use : details_.symbols.uses[page]) symbols.insert(use.symbol);
        for (const std::size_t symbol : symbols)
            forms += fmt::format("/s{} {} 0 R ", symbol, symbol_numbers_[symbol]);
        std::string text = copier_.entries(resources, "/XObject");
        if (!forms.empty()) text += fmt::format("/XObject << {}>> ", forms);
        return text;
    }

    std::vector<std::string> symbol_calls(std::size_t page) const {
        std::vector<std::string> calls;
        for (const auto& [symbol, origin, side] : details_.symbols.uses[page]) {
            calls.push_back(fmt::format("q {0:.4f} 0 0 {0:.4f} {1:.4f} {2:.4f} cm /s{3} Do Q",
                                        side.value, origin.x.value, origin.y.value, symbol));
        }
        return calls;
    }

    void write_symbols() {
        for (std::size_t i = 0; i < symbol_numbers_.size(); ++i) {
            const PdfSymbol& symbol = details_.symbols.symbols[i];
            if (symbol.drawing->image)
                writer_.write_stream(
                    symbol_numbers_[i],
                    pdf_picture_form(*symbol.drawing, write_image(symbol.drawing->image)));
            else
                writer_.write_stream(symbol_numbers_[i],
                                     forms_.form(symbol.drawing, symbol.colour));
        }
    }

    /// Returns its number.
    int write_image(const ImageRef& source) {
        const PdfImage& image = forms_.image(source);
        std::string dictionary = image.dictionary;
        if (!image.mask.empty()) {
            const int mask = writer_.new_number();
            writer_.write_stream(mask, image.mask_dictionary, image.mask);
            dictionary.insert(dictionary.size() - 2, fmt::format("/SMask {} 0 R ", mask));
        }
        const int number = writer_.new_number();
        writer_.write_stream(number, dictionary, image.bytes());
        return number;
    }

    void write_tree(int number) {
        std::string kids;
        for (const int page : page_numbers_) kids += fmt::format("{} 0 R ", page);
        writer_.write(number, fmt::format("<< /Type /Pages /Count {} /Kids [ {}] >>",
                                          page_numbers_.size(), kids));
    }

    int write_catalog(int tree) {
        std::string text = fmt::format(
            "<< /Type /Catalog /Pages {} 0 R /ViewerPreferences << /DisplayDocTitle true >> ",
            tree);
        const std::string& language = details_.scene.metadata.language;
        if (!language.empty()) text += fmt::format("/Lang {} ", source_.text_string(language));
        const int number = writer_.new_number();
        writer_.write(number, text + ">>");
        return number;
    }

    int write_info() {
        const Metadata& metadata = details_.scene.metadata;
        std::string text = "<< ";
        const auto add = [&](std::string_view key, const std::string& value) {
            if (!value.empty()) text += fmt::format("/{} {} ", key, source_.text_string(value));
        };
        add("Title", metadata.title);
        add("Author", metadata.author);
        add("Subject", metadata.description);
        add("Creator", "Broadside");
        add("Producer", fmt::format("cairo {}", cairo_version_string()));
        add("CreationDate", details_.date);
        add("ModDate", details_.date);
        const int number = writer_.new_number();
        writer_.write(number, text + ">>");
        return number;
    }

    PdfReader& source_;
    const PdfDetails& details_;
    PdfForms& forms_;
    PdfWriter writer_;
    ObjectCopier copier_{source_, writer_};
    std::vector<int> page_numbers_, symbol_numbers_;
};

}  // namespace

Result<File> finish_pdf(const File& cairo_file, const PdfDetails& details, PdfForms& forms) {
    try {
        PdfReader source(cairo_file);
        const std::size_t expected = details.scene.pages.size();
        if (source.page_count() != expected) {
            return error("pdf-failed", fmt::format("expected {} pages from Cairo, got {}", expected,
                                                   source.page_count()));
        }
        auto file = PdfAssembly(source, details, forms).write();
        if (!file)
            return error("pdf-failed", "expected the pages from Cairo that were drawn, got others");
        return std::move(*file);
    } catch (const PdfReadError& unreadable) {
        return error("pdf-failed",
                     fmt::format("Cairo's file cannot be read: {}", unreadable.what()));
    }
}

}  // namespace broadside::emit
