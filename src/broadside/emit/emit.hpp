#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "broadside/base/output_options.hpp"
#include "broadside/base/result.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/scene/scene.hpp"

/// PASS scene → bytes, or doc → bytes where nothing is laid out: one file a format; nothing here
/// measures text.
namespace broadside::emit {

/// A page that says the same in a language of its own.
struct Alternate {
    std::string language;    // BCP 47
    std::string href;        // relative to the page that names it, as a URL
    bool is_source = false;  // the language that the others were translated from
};

/// A file that a PDF holds.
struct Attachment {
    std::string name;  // a relative path
    std::string media_type;
    std::shared_ptr<const std::string> bytes;
};

struct Options : OutputOptions {
    PdfStandards pdf_standards = {};
    std::vector<Attachment> attachments = {};  // to a PDF

    /// Of the files to be made, without `.` and `..` inside: for links from one to another. Empty:
    /// not known.
    std::vector<std::string> paths = {};

    /// Of a page of a site: itself and its other languages, in the order in which they are shown.
    std::vector<Alternate> alternates = {};
    std::string html_name = {};  // of a fragment: what its class is made of, and its ids begin with
};

/// One file's bytes.
using File = std::string;

struct Cache;

/// Which options change a format's bytes; the others need no new file.
struct OptionsRead {
    bool pixels = false;
    bool svg_text = false;
    bool svg_theme = false;
    bool creation_time = false;
    bool attachments = false;
    bool html = false;
};

/// Takes the file of a page, or that of the whole as page 0, as soon as it is complete; returns its
/// errors.
using TakeFile = std::function<Diagnostics(std::size_t page, File file)>;

/// Returns its problems and those of `take`; after the first error no further file comes. `cache`
/// belongs to the calling thread; the next scene is drawn faster with the same one.
using EmitScene = Diagnostics (*)(const scene::Scene& scene, const Options& options, Cache& cache,
                                  const TakeFile& take);

/// One file, whatever its length: no lines are broken, and there are no pages.
using EmitDocument = Result<File> (*)(const doc::Document& document, const Options& options);

/// What a format is called, and what becomes a file of it.
struct Format {
    std::string_view name;  // as given to -f: "pdf"
    std::string_view extension;
    std::string_view kind;  // what a file of it is: "a PDF"
    bool (*is_one)(std::string_view beginning);
    bool one_file_a_page;
    std::variant<EmitScene, EmitDocument> emit;
    OptionsRead reads = {};

    bool has_pages() const { return std::holds_alternative<EmitScene>(emit); }
};

/// Every format, in the order that help lists them.
const std::vector<Format>& formats();

const Format* find_format(std::string_view name);

}  // namespace broadside::emit
