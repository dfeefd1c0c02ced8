#include "broadside/emit/formats.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "broadside/emit/cache.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/fonts/web_fonts.hpp"
#include "broadside/emit/link_targets.hpp"
#include "broadside/emit/markup.hpp"
#include "broadside/emit/svg/page.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

namespace {

/// The family of most runs of the page: written once.
std::string main_family(const scene::Page& page) {
    std::map<std::string, std::size_t> runs_by_family;
    scene::for_each_run(page,
                        [&](const LineRun& run) { ++runs_by_family[run.glyphs.font->family]; });
    const auto most =
        std::max_element(runs_by_family.begin(), runs_by_family.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most != runs_by_family.end() ? most->first : std::string();
}

std::string root_tag(const scene::Page& page, const Metadata& metadata) {
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "id=\"{}\" viewBox=\"0 0 {} {}\" "
        "width=\"{:.6g}pt\""
        " height=\"{:.6g}pt\"",
        kFileName, units(page.size.width), units(page.size.height), page.size.width.value,
        page.size.height.value);
    out += attribute("xml:lang", metadata.language);
    out += " xml:space=\"preserve\" role=\"group\"";
    if (!metadata.title.empty()) out += fmt::format(" aria-labelledby=\"{}-title\"", kFileName);
    if (!metadata.description.empty())
        out += fmt::format(" aria-describedby=\"{}-desc\"", kFileName);
    return out + ">\n";
}

/// `<title>` and `<desc>` for readers, Dublin Core for catalogues.
std::string metadata_elements(const Metadata& metadata) {
    std::string out;
    const auto add = [&out](std::string_view begin, const std::string& text, std::string_view end) {
        if (!text.empty()) out += fmt::format("{}{}{}\n", begin, escape_xml(text), end);
    };
    add(fmt::format("<title id=\"{}-title\">", kFileName), metadata.title, "</title>");
    add(fmt::format("<desc id=\"{}-desc\">", kFileName), metadata.description, "</desc>");
    if (metadata.author.empty() && metadata.licence.empty()) return out;
    out +=
        "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">\n";
    add("<dc:creator>", metadata.author, "</dc:creator>");
    add("<dc:rights>", metadata.licence, "</dc:rights>");
    return out + "</rdf:Description></rdf:RDF></metadata>\n";
}

/// Names of fonts begin with the file's, so that they mean none of another file.
std::string font_rules(const std::vector<WebFont>& fonts, SvgTextStyle& style) {
    std::string rules;
    for (const WebFont& font : fonts) {
        const auto [name, is_new] = style.fonts.try_emplace(font.family);
        if (is_new) name->second = fmt::format("{}-f{}", kFileName, style.fonts.size());
        rules += fmt::format(
            "@font-face{{font-family:{};font-weight:{};font-style:{};src:url({})}}\n", name->second,
            font.weight, font.slant == FontSlant::Italic ? "italic" : "normal",
            data_url("font/woff2", font.woff2));
    }
    return rules;
}

/// What has nothing to do with the page around. Isolated, no stretch of text moves others,
/// whichever way it runs. What nobody reads is not copied. On screens of large pixels a hairline is
/// one of them, of its own colour; crisp edges alone would lose some in Firefox.
std::string own_rules() {
    return fmt::format(
        "#{0}{{max-width:100%;height:auto}}\n"
        "#{0} text{{white-space:pre}}\n"
        "#{0} [unicode-bidi]{{unicode-bidi:isolate-override}}\n"
        "#{0} [aria-hidden]{{user-select:none;-webkit-user-select:none}}\n"
        "@media screen and (min-resolution:.99dppx) and (max-resolution:1.49dppx){{#{0} "
        "line[stroke]{{"
        "vector-effect:non-scaling-stroke;stroke-width:1px;shape-rendering:crispEdges}}}}\n",
        kFileName);
}

/// The group that holds all that is drawn.
std::string drawn_group(const SvgTextStyle& style, const std::string& content) {
    std::string family;
    if (!style.family.empty())
        family = fmt::format(" font-family=\"{}\"", style.font_family(style.family));
    return fmt::format("<g{}{}>\n{}</g>\n", family, reset_attributes(), content);
}

/// A page whose file's name, and those of others that it leads to, are still open.
struct UnnamedPage {
    std::string content;
    std::string name;
};

/// Names are hashes of the content with open names, so pages may lead to each other in a circle.
File with_names(const UnnamedPage& page, const std::vector<UnnamedPage>& pages) {
    const std::string_view text = page.content;
    File out;
    const std::string signs = std::string(kFileName).append(kOtherFile);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find_first_of(signs, at), text.size());
        out += text.substr(at, next - at);
        at = next + 1;
        if (next == text.size()) break;
        if (text.substr(next, 1) == kFileName) {
            out += page.name;
            continue;
        }
        std::size_t other = 0;
        std::from_chars(text.data() + at, text.data() + text.size(), other);
        out += pages[other].name;
        at = text.find(kOtherFile, at) + 1;
    }
    return out;
}

/// What a page's text is drawn with.
struct PageText {
    SvgText kind = SvgText::Embed;
    const std::vector<WebFont>& fonts;  // that it brings
    const Faces& faces;                 // whose outlines it has
};

UnnamedPage emit_page(const scene::Page& page, const Metadata& metadata, const PageText& text,
                      SvgTheme theme, SvgLinks links) {
    SvgColours colours(theme);
    SvgTextStyle style{colours, {}};
    const std::string rules = font_rules(text.fonts, style);
    style.family = main_family(page);
    style.language = metadata.language;
    style.ink = text.kind == SvgText::Outline ? TextInk::Selectable : TextInk::Visible;
    const std::string drawn =
        drawn_group(style, SvgPage(page, style, std::move(links), text.faces).content());
    std::string content = root_tag(page, metadata) + metadata_elements(metadata) + "<style>\n" +
                          reset_rules(drawn) + own_rules() + colours.rules() + rules +
                          "</style>\n" + drawn + "</svg>\n";
    std::string name = content_name(content);
    return {std::move(content), std::move(name)};
}

}  // namespace

Diagnostics emit_svg(const scene::Scene& scene, const Options& options, Cache& cache,
                     const TakeFile& take) {
    if (auto errors = check_pages(scene); !errors.empty()) return errors;
    Faces faces;
    if (options.svg_text == SvgText::Outline) {
        Result<Faces> opened = open_faces(scene, cache.fonts);
        if (!opened) return opened.diagnostics();
        faces = std::move(opened).value();
    }
    const bool has_paths = options.paths.size() == scene.pages.size();
    std::map<NoteId, NotePages> notes;
    if (has_paths) notes = called_notes(scene.pages);
    std::vector<UnnamedPage> pages(scene.pages.size());
    for (std::size_t page = 0; page < scene.pages.size(); ++page) {
        if (!has_paths) notes = called_notes({&scene.pages[page], 1});
        std::vector<WebFont> fonts;
        if (options.svg_text == SvgText::Embed) {
            Result<std::vector<WebFont>> made = web_fonts(scene.pages[page], cache.fonts);
            if (!made) return made.diagnostics();
            fonts = std::move(made).value();
        }
        pages[page] =
            emit_page(scene.pages[page], scene.metadata, {options.svg_text, fonts, faces},
                      options.svg_theme, SvgLinks(notes, has_paths ? page : 0, options.paths));
        if (pages[page].content.find(kOtherFile) != std::string::npos) continue;
        if (auto errors = take(page, with_names(pages[page], pages)); !errors.empty())
            return errors;
        std::string().swap(pages[page].content);
    }
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (pages[page].content.empty()) continue;
        if (auto errors = take(page, with_names(pages[page], pages)); !errors.empty())
            return errors;
    }
    return {};
}

}  // namespace broadside::emit
