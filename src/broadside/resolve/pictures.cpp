#include "broadside/resolve/pictures.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <variant>

#include "broadside/resolve/paragraphs.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::resolve {

namespace {

/// Beside names a wordmark looks as large as a sign that is so much higher.
constexpr double kWidest = 8;

/// How high a picture may be to stand in a line, in ems: more would drive apart the lines below.
constexpr double kInLine = 1.6;

/// How wide a sign is, in ems, and a picture that holds no word.
constexpr double kSign = 2, kWide = 4;

/// Of a column's room.
constexpr double kMuch = 1.0 / 3;

/// White space above and below one that stands alone.
constexpr double kAir = 0.15;

/// What is first in a cell: a text, or a symbol and its marks, which then are one that looks like
/// `like`.
doc::Paragraph as_paragraph(doc::Content content, const doc::Paragraph& like) {
    if (auto* paragraph = std::get_if<doc::Paragraph>(&content)) return std::move(*paragraph);
    auto& line = std::get<doc::SymbolLine>(content);
    doc::Paragraph paragraph = like;
    paragraph.spans = {symbol_span(std::move(line.symbol), like.spans.front().style)};
    paragraph.spans.insert(paragraph.spans.end(), std::make_move_iterator(line.marks.begin()),
                           std::make_move_iterator(line.marks.end()));
    return paragraph;
}

/// Whether a cell says nothing but that it has notes.
bool is_marks(const doc::Content& content) {
    const auto* paragraph = std::get_if<doc::Paragraph>(&content);
    return paragraph && paragraph->spans.front().hangs;
}

/// No line ends between a picture and the word beside it, behind which all lines begin; one that is
/// wide, for its words or for the `room` of its column, may have a line of its own.
void put_before(doc::Paragraph& text, doc::Span picture, Pt room) {
    std::vector<doc::Span>& spans = text.spans;
    picture.style = spans.front().style;
    if (!spans.front().hangs) {
        const Pt width = picture.symbol->width(), em = picture.style.size;
        const bool is_wide = width > em * kWide || (width > em * kSign && width > room * kMuch);
        doc::Span space =
            styled_span(std::string(is_wide ? " " : unicode::kNoBreakSpace), picture.style);
        if (spans.front().url == picture.url) space.url = picture.url;
        spans.insert(spans.begin(), std::move(space));
    }
    spans.insert(spans.begin(), std::move(picture));
}

}  // namespace

doc::Symbol picture_of(const model::Project& project, const model::Picture& picture, Size most) {
    const DrawingRef& drawing = project.pictures.at(picture.id);
    const Pt height = std::min(most.height, most.width * (drawing->height / drawing->width));
    // A picture is of no tone: what its file leaves black is black.
    return {drawing, height, Colour{}, picture.alt.text};
}

Pictures pictures_of(const model::Project& project) {
    const Pt height = project.layout.picture_size.value_or(project.layout.symbol_size);
    Pictures pictures;
    for (const model::Picture& picture : project.dataset.pictures)
        pictures.emplace(
            picture.id,
            TablePicture{picture_of(project, picture, {height * kWidest, height}), picture.url});
    return pictures;
}

Sparse<doc::Symbol> narrowed(Sparse<doc::Symbol> picture, Pt width) {
    const Drawing& drawing = *picture->drawing;
    const Pt height = width * (drawing.height / drawing.width);
    if (height < picture->height) picture.edit().height = height;
    return picture;
}

doc::Paragraph picture_paragraph(Sparse<doc::Symbol> picture, const TextStyle& style,
                                 Alignment alignment, SourcePlace origin) {
    doc::Paragraph paragraph;
    paragraph.alignment = alignment;
    paragraph.origin = origin;
    const double lines = picture->height / style.size + 2 * kAir;
    paragraph.spans.push_back(symbol_span(std::move(picture), style));
    TextStyle& own = paragraph.spans.front().style;
    own.line_height = std::max(own.line_height, lines);
    return paragraph;
}

void add_picture(CellContent& content, doc::Paragraph picture, Pt room) {
    const doc::Span& shown = picture.spans.front();
    const bool is_in_line = shown.symbol->height <= shown.style.size * kInLine ||
                            (!content.empty() && is_marks(content.front()));
    if (content.empty() || !is_in_line) {
        content.insert(content.begin(), std::move(picture));
        return;
    }
    doc::Paragraph text = as_paragraph(std::move(content.front()), picture);
    put_before(text, shown, room);
    content.front() = std::move(text);
}

Pt picture_room(const WidthRule& width, const model::Layout& layout) {
    const Pt padding = 2 * layout.padding_x;
    const auto* fixed = std::get_if<FixedWidth>(&width);
    const auto* fitted = std::get_if<FitContent>(&width);
    const Pt limit = fixed ? fixed->width : fitted ? fitted->limit : Pt(0);
    if (limit > padding) return limit - padding;
    return Pt(std::numeric_limits<double>::infinity());
}

}  // namespace broadside::resolve
