#include "broadside/emit/pdf_reader.hpp"

#include <cstdlib>

#include <dlfcn.h>
#include <qpdf/qpdf-c.h>

namespace broadside::emit {

namespace {

/// The functions of libqpdf that are called. It is loaded when the first PDF is made, because it
/// brings as many libraries as all others together, which no other format needs.
class Library {
public:
    /// Throws PdfReadError when it is not there.
    static const Library& get() {
        static const Library library;
        return library;
    }

private:
    /// Turns into a pointer to the function that it is assigned to.
    struct Symbol {
        void* address;
        template <typename Function>
        operator Function*() const {
            return reinterpret_cast<Function*>(address);
        }
    };

    static void* found(void* result) {
        if (!result) throw PdfReadError(dlerror());
        return result;
    }
    Symbol find(const char* name) const { return {found(dlsym(library_, name))}; }

    void* library_ = found(dlopen(BROADSIDE_QPDF_LIBRARY, RTLD_LAZY | RTLD_LOCAL));

public:
    decltype(&qpdf_init) init = find("qpdf_init");
    decltype(&qpdf_cleanup) cleanup = find("qpdf_cleanup");
    decltype(&qpdf_silence_errors) silence_errors = find("qpdf_silence_errors");
    decltype(&qpdf_set_suppress_warnings) set_suppress_warnings =
        find("qpdf_set_suppress_warnings");
    decltype(&qpdf_set_attempt_recovery) set_attempt_recovery = find("qpdf_set_attempt_recovery");
    decltype(&qpdf_read_memory) read_memory = find("qpdf_read_memory");
    decltype(&qpdf_has_error) has_error = find("qpdf_has_error");
    decltype(&qpdf_get_error) get_error = find("qpdf_get_error");
    decltype(&qpdf_more_warnings) more_warnings = find("qpdf_more_warnings");
    decltype(&qpdf_next_warning) next_warning = find("qpdf_next_warning");
    decltype(&qpdf_get_error_full_text) get_error_full_text = find("qpdf_get_error_full_text");
    decltype(&qpdf_get_num_pages) get_num_pages = find("qpdf_get_num_pages");
    decltype(&qpdf_get_page_n) get_page_n = find("qpdf_get_page_n");
    decltype(&qpdf_oh_get_page_content_data) oh_get_page_content_data =
        find("qpdf_oh_get_page_content_data");
    decltype(&qpdf_oh_get_stream_data) oh_get_stream_data = find("qpdf_oh_get_stream_data");
    decltype(&qpdf_oh_is_dictionary) oh_is_dictionary = find("qpdf_oh_is_dictionary");
    decltype(&qpdf_oh_is_array) oh_is_array = find("qpdf_oh_is_array");
    decltype(&qpdf_oh_is_stream) oh_is_stream = find("qpdf_oh_is_stream");
    decltype(&qpdf_oh_get_object_id) oh_get_object_id = find("qpdf_oh_get_object_id");
    decltype(&qpdf_oh_unparse) oh_unparse = find("qpdf_oh_unparse");
    decltype(&qpdf_oh_unparse_resolved) oh_unparse_resolved = find("qpdf_oh_unparse_resolved");
    decltype(&qpdf_oh_get_dict) oh_get_dict = find("qpdf_oh_get_dict");
    decltype(&qpdf_oh_begin_dict_key_iter) oh_begin_dict_key_iter =
        find("qpdf_oh_begin_dict_key_iter");
    decltype(&qpdf_oh_dict_more_keys) oh_dict_more_keys = find("qpdf_oh_dict_more_keys");
    decltype(&qpdf_oh_dict_next_key) oh_dict_next_key = find("qpdf_oh_dict_next_key");
    decltype(&qpdf_oh_get_key) oh_get_key = find("qpdf_oh_get_key");
    decltype(&qpdf_oh_get_array_n_items) oh_get_array_n_items = find("qpdf_oh_get_array_n_items");
    decltype(&qpdf_oh_get_array_item) oh_get_array_item = find("qpdf_oh_get_array_item");
    decltype(&qpdf_oh_new_name) oh_new_name = find("qpdf_oh_new_name");
    decltype(&qpdf_oh_new_string) oh_new_string = find("qpdf_oh_new_string");
    decltype(&qpdf_oh_new_unicode_string) oh_new_unicode_string =
        find("qpdf_oh_new_unicode_string");
    decltype(&qpdf_oh_release_all) oh_release_all = find("qpdf_oh_release_all");
};

const Library& qpdf() { return Library::get(); }

struct Free {
    void operator()(unsigned char* bytes) const { std::free(bytes); }
};

}  // namespace

void PdfReader::Cleanup::operator()(_qpdf_data* data) const { qpdf().cleanup(&data); }

PdfReader::PdfReader(const File& file) : data_(qpdf().init()) {
    qpdf().silence_errors(data());
    qpdf().set_suppress_warnings(data(), QPDF_TRUE);
    qpdf().set_attempt_recovery(data(), QPDF_FALSE);
    qpdf().read_memory(data(), "Cairo's file", file.data(), file.size(), nullptr);
    check();
}

void PdfReader::check() {
    qpdf_error error = nullptr;
    if (qpdf().has_error(data()))
        error = qpdf().get_error(data());
    else if (qpdf().more_warnings(data()))
        error = qpdf().next_warning(data());
    if (error) throw PdfReadError(qpdf().get_error_full_text(data(), error));
}

template <typename T>
T PdfReader::checked(T answer) {
    check();
    return answer;
}

std::size_t PdfReader::page_count() {
    return static_cast<std::size_t>(checked(qpdf().get_num_pages(data())));
}

PdfReader::Object PdfReader::page(std::size_t index) {
    return checked(qpdf().get_page_n(data(), index));
}

std::string PdfReader::content(Object page) {
    unsigned char* bytes = nullptr;
    std::size_t size = 0;
    qpdf().oh_get_page_content_data(data(), page, &bytes, &size);
    const std::unique_ptr<unsigned char, Free> owner(bytes);
    check();
    return {reinterpret_cast<const char*>(bytes), size};
}

std::string PdfReader::raw_data(Object stream) {
    unsigned char* bytes = nullptr;
    std::size_t size = 0;
    qpdf().oh_get_stream_data(data(), stream, qpdf_dl_none, nullptr, &bytes, &size);
    const std::unique_ptr<unsigned char, Free> owner(bytes);
    check();
    return {reinterpret_cast<const char*>(bytes), size};
}

bool PdfReader::is_dictionary(Object object) {
    return checked(qpdf().oh_is_dictionary(data(), object));
}

bool PdfReader::is_array(Object object) { return checked(qpdf().oh_is_array(data(), object)); }

bool PdfReader::is_stream(Object object) { return checked(qpdf().oh_is_stream(data(), object)); }

int PdfReader::number(Object object) { return checked(qpdf().oh_get_object_id(data(), object)); }

std::string PdfReader::text(Object object) { return checked(qpdf().oh_unparse(data(), object)); }

std::string PdfReader::definition(Object object) {
    return checked(qpdf().oh_unparse_resolved(data(), object));
}

std::vector<PdfReader::Entry> PdfReader::entries(Object dictionary) {
    std::vector<Entry> entries;
    qpdf().oh_begin_dict_key_iter(data(), dictionary);
    while (qpdf().oh_dict_more_keys(data())) {
        const char* const key = qpdf().oh_dict_next_key(data());
        entries.push_back({key, qpdf().oh_get_key(data(), dictionary, key)});
    }
    check();
    return entries;
}

std::vector<PdfReader::Object> PdfReader::items(Object array) {
    std::vector<Object> items;
    const int count = qpdf().oh_get_array_n_items(data(), array);
    for (int i = 0; i < count; ++i) items.push_back(qpdf().oh_get_array_item(data(), array, i));
    check();
    return items;
}

PdfReader::Object PdfReader::value(Object dictionary, const char* key) {
    return checked(qpdf().oh_get_key(data(), dictionary, key));
}

PdfReader::Object PdfReader::stream_dictionary(Object stream) {
    return checked(qpdf().oh_get_dict(data(), stream));
}

std::string PdfReader::name(const std::string& name) {
    return text(qpdf().oh_new_name(data(), name.c_str()));
}

std::string PdfReader::byte_string(const std::string& bytes) {
    return text(qpdf().oh_new_string(data(), bytes.c_str()));
}

std::string PdfReader::text_string(const std::string& text) {
    return this->text(qpdf().oh_new_unicode_string(data(), text.c_str()));
}

void PdfReader::forget_objects() { qpdf().oh_release_all(data()); }

}  // namespace broadside::emit
