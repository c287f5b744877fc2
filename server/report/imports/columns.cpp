#include "report/imports/columns.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace atelier::report::imports {
namespace {

struct Synonym {
    std::string_view slug;
    Column column;
};

// As Padlet and common forms write them; slugs, without "(UTC)". Where two columns of a file could
// be the same thing, the one that stands first here is it.
constexpr Synonym synonyms[] = {
    // en
    {"body", Column::text},
    {"text", Column::text},
    {"content", Column::text},
    {"idea", Column::text},
    {"ideas", Column::text},
    {"message", Column::text},
    {"post", Column::text},
    {"contribution", Column::text},
    {"comment", Column::text},
    {"description", Column::text},
    {"title", Column::title},
    {"subject", Column::title},
    {"section", Column::lever},
    {"column", Column::lever},
    {"lever", Column::lever},
    {"category", Column::lever},
    {"theme", Column::lever},
    {"topic", Column::lever},
    {"created-at", Column::time},
    {"created", Column::time},
    {"date", Column::time},
    {"timestamp", Column::time},
    {"time", Column::time},
    {"author", Column::author},
    {"author-full-name", Column::author},
    {"name", Column::author},
    {"attachment-link", Column::attachment},
    {"attachment", Column::attachment},
    {"attachment-url", Column::attachment},
    // fr
    {"corps", Column::text},
    {"corps-du-texte", Column::text},
    {"texte", Column::text},
    {"contenu", Column::text},
    {"idee", Column::text},
    {"idees", Column::text},
    {"publication", Column::text},
    {"commentaire", Column::text},
    {"titre", Column::title},
    {"objet", Column::title},
    {"sujet", Column::title},
    {"rubrique", Column::lever},
    {"colonne", Column::lever},
    {"levier", Column::lever},
    {"categorie", Column::lever},
    {"cree-le", Column::time},
    {"cree-a", Column::time},
    {"cree", Column::time},
    {"date-de-creation", Column::time},
    {"horodatage", Column::time},
    {"auteur", Column::author},
    {"autrice", Column::author},
    {"auteur-trice", Column::author},
    {"nom", Column::author},
    {"piece-jointe", Column::attachment},
    {"lien-de-la-piece-jointe", Column::attachment},
    {"lien-piece-jointe", Column::attachment},
    // es
    {"cuerpo", Column::text},
    {"texto", Column::text},
    {"contenido", Column::text},
    {"mensaje", Column::text},
    {"idea-propuesta", Column::text},
    {"comentario", Column::text},
    {"titulo", Column::title},
    {"asunto", Column::title},
    {"seccion", Column::lever},
    {"columna", Column::lever},
    {"categoria", Column::lever},
    {"tema", Column::lever},
    {"palanca", Column::lever},
    {"creado-el", Column::time},
    {"creado-en", Column::time},
    {"creado", Column::time},
    {"fecha-de-creacion", Column::time},
    {"fecha", Column::time},
    {"autor", Column::author},
    {"autora", Column::author},
    {"nombre", Column::author},
    {"archivo-adjunto", Column::attachment},
    {"enlace-del-archivo-adjunto", Column::attachment},
    {"adjunto", Column::attachment},
    // de
    {"inhalt", Column::text},
    {"ideen", Column::text},
    {"nachricht", Column::text},
    {"beitrag", Column::text},
    {"kommentar", Column::text},
    {"beschreibung", Column::text},
    {"titel", Column::title},
    {"betreff", Column::title},
    {"uberschrift", Column::title},
    {"ueberschrift", Column::title},
    {"abschnitt", Column::lever},
    {"spalte", Column::lever},
    {"kategorie", Column::lever},
    {"thema", Column::lever},
    {"hebel", Column::lever},
    {"erstellt-am", Column::time},
    {"erstellt", Column::time},
    {"erstellungsdatum", Column::time},
    {"datum", Column::time},
    {"autorin", Column::author},
    {"verfasser", Column::author},
    {"verfasserin", Column::author},
    {"anhang", Column::attachment},
    {"anhang-link", Column::attachment},
    {"link-zum-anhang", Column::attachment},
};

/// Longer than any name of a column, however it is spelled: what is longer is a text, or an attack.
constexpr std::size_t header_bytes_max = 300;

std::string key_of(std::string_view header) {
    if (header.size() > header_bytes_max || !base::valid_utf8(header)) return {};
    const auto bracket = header.find('(');
    return base::slug(header.substr(0, bracket == 0 ? header.size() : bracket));
}

}  // namespace

std::string_view word_of(Column column) noexcept {
    static constexpr std::array<std::string_view, columns_count> words{
        "text", "title", "lever", "time", "author", "attachment"};
    return words.at(index_of(column));
}

Mapping map_columns(const std::vector<std::string>& header) {
    std::vector<std::string> keys;
    for (const std::string& name : header) keys.push_back(key_of(name));
    Mapping out;
    for (const auto& [slug, column] : synonyms) {
        auto& mapped = out.at(index_of(column));
        const auto found = std::ranges::find(keys, slug);
        if (!mapped && found != keys.end()) mapped = static_cast<std::size_t>(found - keys.begin());
    }
    return out;
}

Read<Mapping> map_as_wanted(const std::vector<std::string>& header, const Mapping& usual,
                            const Wanted& wanted) {
    Mapping out = usual;
    for (const auto& [word, name] : wanted) {
        std::optional<Column> column;
        for (std::size_t i = 0; i < columns_count; ++i)
            if (word_of(static_cast<Column>(i)) == word) column = static_cast<Column>(i);
        if (!column) return Refused{"import_bad_mapping", word};
        auto& mapped = out.at(index_of(*column));
        mapped.reset();
        if (name.empty()) continue;
        const auto found = std::ranges::find(header, name);
        if (found == header.end()) return Refused{"import_bad_mapping", name};
        mapped = static_cast<std::size_t>(found - header.begin());
    }
    return out;
}

}  // namespace atelier::report::imports
