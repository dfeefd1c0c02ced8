#pragma once

#include <stdexcept>
#include <string>
#include <vector>

/// The printed flyer, written down once more and apart from the dataset, with the dataset's
/// corrections of its slips. Marks stand where the print has them.
namespace broadside::testing {

/// `structure` is null where a cell above reaches down. The client's cells hold no words.
struct FlyerWords {
    const char* row;
    const char* system;
    const char* structure;
    const char* server;
    const char* encryption;
    const char* location;
};

struct FlyerSymbols {
    const char* row;
    const char* server;
    const char* client;
    const char* encryption;
};

struct FlyerMarks {
    const char* row;
    std::size_t column;
    std::vector<std::string> notes;
};

inline constexpr char kServerSecret[] =
    "centralisé le code source du prog. côté serveur est secret, l'app peut éventuellement être "
    "open source = dépendant du fournisseur";

inline const std::vector<FlyerWords> kFlyerWords{
    {"p2p", "Briar · Jami · Tox",
     "décentralisé (sans serveur/intégré) = indépendant du fournisseur", "-", "", "-sans-"},
    {"xmpp",
     "chat standard (XMPP) Conversations, Quicksy, blabber, monocles, Snikket, Yaxim, Gajim, "
     "Monal, Siskin, Dino, ...",
     "décentralisé (fédéral) chacun peut choisir librement = indépendant du fournisseur", "", "",
     "au choix"},
    {"matrix", "Matrix FluffyChat, ditto, ...", nullptr, "", "", "au choix"},
    {"email", "E-Mail / IMAP Delta Chat, Dib2Qm, ...", nullptr, "", "", "au choix"},
    {"wire", "Wire",
     "centralisé malgré l'ouverture du code source du serveur, les propriétaires (titulaires de "
     "droits) n'autorisent pas de fédération = dépendant du fournisseur",
     "", "", "UE (A)"},
    {"signal", "Signal", kServerSecret, "(S)", "", "ÉT.-UNIS (A)"},
    {"threema", "Threema", nullptr, "", "", "Suisse"},
    {"telegram", "Telegram", kServerSecret, "", "(T) 1", "inconnu 2"},
    {"whatsapp_viber", "WhatsApp · Viber", "= dépendant du fournisseur", "", "",
     "ÉTATS-UNIS / inconnu"},
    {"skype_fb", "Skype · Facebook Messenger", nullptr, "", "1", "ÉTATS-UNIS"},
    {"wechat", "WeChat", nullptr, "", "", "Chine"},
    {"team_matrix", "Matrix Element, SchildiChat, ...",
     "décentralisé (fédéral) = indépendant du fournisseur", "", "", "au choix"},
    {"rocketchat", "Rocket.Chat (la fédération entre serveurs est limitée)", nullptr, "", "",
     "au choix"},
    {"mattermost_zulip_nextcloud", "Mattermost · Zulip · Nextcloud Talk", "décentralisé (F)", "",
     "3", "au choix"},
    {"webex", "Webex",
     "centralisé tout le code source (serveur et application) est secret d'entreprise = dépendant "
     "du fournisseur",
     "", "", "ÉT.-UNIS+UE"},
    {"slack_teams", "Slack · Microsoft Teams", nullptr, "", "", "ÉTATS-UNIS"},
    {"discord", "Discord", nullptr, "", "", "ÉTATS-UNIS"},
};

/// Empty: a cell of words.
inline const std::vector<FlyerSymbols> kFlyerSymbols{
    {"p2p", "", "source-open", "encryption-yes"},
    {"xmpp", "source-open", "source-open", "encryption-yes"},
    {"matrix", "source-open", "source-open", "encryption-yes"},
    {"email", "source-open", "source-open", "encryption-yes"},
    {"wire", "source-open", "source-open", "encryption-yes"},
    {"signal", "source-closed", "source-open", "encryption-yes"},
    {"threema", "source-closed", "source-open", "encryption-yes"},
    {"telegram", "source-closed", "source-open", "encryption-partial"},
    {"whatsapp_viber", "source-closed", "source-closed", "encryption-yes"},
    {"skype_fb", "source-closed", "source-closed", "encryption-partial"},
    {"wechat", "source-closed", "source-closed", "encryption-no"},
    {"team_matrix", "source-open", "source-open", "encryption-yes"},
    {"rocketchat", "source-open", "source-open", "encryption-yes"},
    {"mattermost_zulip_nextcloud", "source-open", "source-open", "encryption-partial"},
    {"webex", "source-closed", "source-closed", "encryption-yes"},
    {"slack_teams", "source-closed", "source-closed", "encryption-no"},
    {"discord", "source-closed", "source-closed", "encryption-no"},
};

/// In reading order; every other cell has none.
inline const std::vector<FlyerMarks> kFlyerMarks{
    {"wire", 5, {"A"}},
    {"signal", 2, {"S"}},
    {"signal", 5, {"A"}},
    {"telegram", 4, {"T", "1"}},
    {"telegram", 5, {"2"}},
    {"skype_fb", 4, {"1"}},
    {"mattermost_zulip_nextcloud", 1, {"F"}},
    {"mattermost_zulip_nextcloud", 4, {"3"}},
};

inline const std::vector<std::string> kRecommendedRows{"p2p", "xmpp", "matrix", "email",
                                                       "team_matrix"};

inline constexpr char kFlyerTitle[] = "Aperçu rapide des systèmes de messagerie";

inline const std::vector<std::string> kFlyerLegend{
    "Code source ouvert (libre)", "Code source fermé (privateur)", "Recommandation",
    "Système de messagerie",
    "Exemples de programmes/applications (au moins avec une application pour smartphone "
    "Android/iOS)"};

inline const std::vector<std::string> kFlyerHeader{"Système",      "Structure du réseau",
                                                   "Côté serveur", "Côté client",
                                                   "Chiffrement",  "Site du serveur"};

inline constexpr char kChatSection[] =
    "Systèmes pour converser en ligne normalement (à la WhatsApp)";
inline constexpr char kTeamSection[] =
    "Solutions de chat d'équipe (avec fonctions supplémentaires pour le travail de groupe à la "
    "Slack)";
inline constexpr char kFirstTeamRow[] = "team_matrix";

inline const std::vector<std::string> kFlyerNotes{
    "(A) AWS = également sur les serveurs Amazon",
    "(F) Pas de fédération possible entre les serveurs",
    "(S) Le code du serveur est la propriété de Signal et est généralement (mais pas toujours) "
    "publié ; les connexions des clients modifiés au service central ne sont pas autorisées",
    "(T) \"Chats secrets\" uniquement manuels et avec des restrictions fonctionnelles",
    "1 Pas de chiffrement dans les groupes",
    "2 En fonction de l'endroit où se trouve l'utilisateur",
    "3 Pas ou peu de chiffrement de bout en bout"};

/// The note with this printed mark, or the mark in brackets.
inline std::string flyer_note(const std::string& mark) {
    for (const std::string& note : kFlyerNotes) {
        if (note.starts_with(mark + " ") || note.starts_with("(" + mark + ") ")) return note;
    }
    throw std::runtime_error("no note " + mark);
}

inline const std::vector<std::string> kFlyerLinks{
    "Plus d'informations : www.freie-messenger.de/warumnicht",
    "Plus de comparaisons : www.freie-messenger.de/systemvergleich"};

inline const std::vector<std::string> kFlyerUrls{"https://www.freie-messenger.de/warumnicht",
                                                 "https://www.freie-messenger.de/systemvergleich"};

}  // namespace broadside::testing
