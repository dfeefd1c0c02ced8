#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/timestamp.hpp"
#include "broadside/emit/cache.hpp"
#include "broadside/emit/drawing.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/formats.hpp"
#include "broadside/emit/pdf/metadata.hpp"
#include "broadside/emit/pdf/painter.hpp"
#include "broadside/emit/pdf/syntax.hpp"
#include "broadside/emit/pdf/writer.hpp"

namespace broadside::emit {

namespace {

/// A media type as a name (PDF 1.7, 7.3.5): what is not regular is a number.
std::string name_of(const std::string& media_type) {
    std::string name = "/";
    for (const char c : media_type)
        name += c == '/' || c == '+' ? fmt::format("#{:02X}", c) : std::string(1, c);
    return name;
}

/// What a reader of the file compares: the bytes of the text string.
std::string key_of(const std::string& name) {
    const std::string written = text_string(name);
    return written.starts_with('<') ? "\xFE\xFF" + written.substr(5) : name;
}

/// Writes embedded files (PDF 1.7, 7.11.4), which the document is made from (ISO 19005-3, annex E).
/// Returns what the catalogue says of them. `date` is that of the document, as PDF has it; empty:
/// none is told.
std::string write_attachments(PdfWriter& writer, const std::vector<Attachment>& attachments,
                              const std::string& date) {
    if (attachments.empty()) return {};
    const std::string changed = date.empty() ? "" : fmt::format(" /ModDate {}", text_string(date));
    std::vector<std::pair<std::string, std::string>> entries;  // by the bytes of their keys
    std::string references;
    for (const auto& [name, media_type, bytes] : attachments) {
        const int stream = writer.new_number(), file = writer.new_number();
        writer.write_deflated(
            stream,
            fmt::format("<< /Type /EmbeddedFile /Subtype {} /Params << /Size {}{} >>"
                        " /Filter /FlateDecode >>",
                        name_of(media_type), bytes->size(), changed),
            *bytes);
        const std::string named = text_string(name);
        writer.write(file, fmt::format("<< /Type /Filespec /F {0} /UF {0} /Desc {0}"
                                       " /AFRelationship /Source /EF << /F {1} 0 R /UF {1} 0 R >>"
                                       " >>",
                                       named, stream));
        entries.emplace_back(key_of(name), fmt::format("{} {} 0 R ", named, file));
        append_reference(references, file);
    }
    std::sort(entries.begin(), entries.end());
    std::string names;
    for (const auto& [key, entry] : entries) names += entry;
    return fmt::format("/Names << /EmbeddedFiles << /Names [ {}] >> >> /AF [ {}] ", names,
                       references);
}

/// Writes a scene's pages one by one, and then what they share.
class PdfFile {
public:
    PdfFile(const scene::Scene& scene, const Faces& faces, Cache& cache)
        : scene_(scene),
          forms_(cache.pdf_forms),
          writer_(cache.streams),
          painter_(scene, faces, shared_) {}

    File write(const std::string& date, const Options& options) {
        const int tree = writer_.new_number();
        for (std::size_t page = 0; page < scene_.pages.size(); ++page)
            parts_.pages.push_back(writer_.new_number());
        for (std::size_t page = 0; page < scene_.pages.size(); ++page) write_page(page, tree);
        write_links();
        write_symbols();
        for (const auto& [key, font] : shared_.fonts)
            font.second.write(writer_, font_numbers_.at(font.first));
        write_tree(tree);
        const PdfMetadata metadata{scene_.metadata, options.pdf_standards, date};
        const std::string attached =
            write_attachments(writer_, options.attachments, pdf_date(date));
        const int root = write_catalog(tree, metadata, attached);
        const int information = writer_.new_number();
        writer_.write(information, pdf_information(metadata));
        return writer_.finish(root, information);
    }

    /// Whether a font has no codes for some of what is drawn.
    bool is_overfull() const {
        return std::any_of(shared_.fonts.begin(), shared_.fonts.end(),
                           [](const auto& entry) { return entry.second.second.is_overfull(); });
    }

private:
    /// The number of the object for the `place`th of those that pages share.
    int number_of(std::map<std::size_t, int>& numbers, std::size_t place) {
        const auto [known, is_new] = numbers.try_emplace(place, 0);
        if (is_new) known->second = writer_.new_number();
        return known->second;
    }

    std::string resources(char name, const std::set<std::size_t>& places,
                          std::map<std::size_t, int>& numbers) {
        std::string text;
        for (const std::size_t place : places)
            text += fmt::format("/{}{} {} 0 R ", name, place, number_of(numbers, place));
        return text;
    }

    void write_page(std::size_t index, int tree) {
        const PdfPage page = painter_.paint(index);
        const int content = writer_.new_number();
        writer_.write_deflated(content, "<< /Filter /FlateDecode >>", page.content);
        const Size size = scene_.pages[index].size;
        std::string text = fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 ", tree);
        append_number(text, size.width.value, 6);
        text += ' ';
        append_number(text, size.height.value, 6);
        text += fmt::format("] /Contents {} 0 R /StructParents {} /Tabs /S /Resources << ", content,
                            index);
        const std::string fonts = resources('f', page.fonts, font_numbers_);
        if (!fonts.empty()) text += fmt::format("/Font << {}>> ", fonts);
        const std::string symbols = resources('s', page.symbols, symbol_numbers_);
        if (!symbols.empty()) text += fmt::format("/XObject << {}>> ", symbols);
        text += ">> ";
        // ISO 19005-2, 6.2.10: what is seen through is mixed in colours that are named.
        if (std::any_of(page.symbols.begin(), page.symbols.end(),
                        [this](std::size_t place) { return has_opacity(place); }))
            text += "/Group << /Type /Group /S /Transparency /CS /DeviceRGB >> ";
        const bool has_links = page.links_end > parts_.links.size();
        if (has_links) text += "/Annots [ ";
        while (parts_.links.size() < page.links_end) {
            parts_.links.push_back(writer_.new_number());
            append_reference(text, parts_.links.back());
        }
        writer_.write(parts_.pages[index], text + (has_links ? "] >>" : ">>"));
    }

    bool has_opacity(std::size_t symbol) {
        const Drawing& drawing = *shared_.symbols[symbol].drawing;
        return is_seen_through(drawing) ||
               (drawing.image && !forms_.image(drawing.image).mask.empty());
    }

    void write_links() {
        for (std::size_t i = 0; i < parts_.links.size(); ++i)
            write_link(writer_, parts_.links[i], shared_.links.links[i], parts_.pages.size() + i,
                       shared_.links, parts_.pages, scene_);
    }

    void write_symbols() {
        for (std::size_t i = 0; i < shared_.symbols.size(); ++i) {
            const auto& [drawing, colour] = shared_.symbols[i];
            const int number = symbol_numbers_.at(i);
            if (drawing->image)
                writer_.write_stream(number,
                                     pdf_picture_form(*drawing, write_image(drawing->image)));
            else
                forms_.form(drawing, colour).write(writer_, number);
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
        for (const int page : parts_.pages) append_reference(kids, page);
        writer_.write(number, fmt::format("<< /Type /Pages /Count {} /Kids [ {}] >>",
                                          parts_.pages.size(), kids));
    }

    int write_catalog(int tree, const PdfMetadata& metadata, const std::string& attached) {
        const int packet = writer_.new_number(), root = writer_.new_number();
        writer_.write_stream(packet, "<< /Type /Metadata /Subtype /XML >>", xmp_packet(metadata));
        std::string text = fmt::format(
            "<< /Type /Catalog /Pages {} 0 R /Metadata {} 0 R /MarkInfo << /Marked true >>"
            " /StructTreeRoot {} 0 R /OutputIntents [{}] /ViewerPreferences"
            " << /DisplayDocTitle true{}{} >> /PageLabels << /Nums [0 << /S /D >>] >> ",
            tree, packet, shared_.structure.write(writer_, parts_), output_intent(writer_),
            scene_.direction == Direction::RightToLeft ? " /Direction /R2L" : "",
            scene_.keeps_size ? " /PrintScaling /None" : "");
        const std::string& language = scene_.metadata.language;
        if (!language.empty()) text += fmt::format("/Lang {} ", text_string(language));
        if (const int outline = write_outline(writer_, shared_.outline, parts_.pages, scene_);
            outline != 0)
            text += fmt::format("/Outlines {} 0 R ", outline);
        writer_.write(root, text + attached + ">>");
        return root;
    }

    const scene::Scene& scene_;
    PdfForms& forms_;
    PdfWriter writer_;
    PdfShared shared_;
    PdfPainter painter_;
    PdfParts parts_;
    std::map<std::size_t, int> font_numbers_, symbol_numbers_;
};

}  // namespace

Diagnostics emit_pdf(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take) {
    if (auto errors = check_pages(scene); !errors.empty()) return errors;
    std::optional<std::string> date;
    if (options.creation_time) {
        date = iso_8601(*options.creation_time);
        if (!date)
            return {error("creation-time",
                          fmt::format("expected a date of the years 0 to 9999, got {} s",
                                      *options.creation_time))};
    }
    const Result<Faces> faces = open_faces(scene, cache.fonts);
    if (!faces) return faces.diagnostics();
    PdfFile pdf(scene, *faces, cache);
    File file = pdf.write(date.value_or(""), options);
    if (pdf.is_overfull())
        return {error("pdf-failed", "a font file shows more than 65535 glyphs and texts")};
    return take(0, std::move(file));
}

}  // namespace broadside::emit
