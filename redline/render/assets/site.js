"use strict";
// The package to browse: shows the cards that have all words sought and every value chosen.
// All text is in the page; this script only shows and hides it. Nothing is fetched and nothing is stored.
document.addEventListener("DOMContentLoaded", () => {
  const id = (name) => document.getElementById(name);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase().replace(/ё/g, "е");
  const filters = ["acts", "subjects", "bodies"].filter(id);
  const cards = all(".card").map((card) => ({
    card,
    text: plain(card.textContent),
    has: Object.fromEntries(filters.map((name) => [name, card.dataset[name].split("\n")])),
  }));

  // A word is found in every form: without its ending it is looked for at the beginning of a word; in quotation
  // marks just as it is written.
  const endings = id("search").dataset.endings && new RegExp(id("search").dataset.endings, "u");
  const stem = (word) => (endings && word.length > 4 ? word.slice(0, 3) + word.slice(3).replace(endings, "") : word);
  const sought = (said) =>
    [...plain(said).matchAll(/["«“]([^"»”]+)["»”]?|(\S+)/gu)].map(([, exact, word]) => exact ?? stem(word));

  function filter() {
    const words = sought(id("search").value);
    const chosen = filters.map((name) => [name, id(name).value]).filter(([, value]) => value);
    let count = 0;
    for (const { card, text, has } of cards) {
      const fits = words.every((word) => text.includes(word)) && chosen.every(([name, value]) => has[name].includes(value));
      card.hidden = !fits;
      count += fits;
    }
    for (const group of all("#cards .group")) group.hidden = !group.querySelector(".card:not([hidden])");
    id("count").textContent = id("count").dataset.text.replace("{count}", String(count));
  }

  id("tools").hidden = false;
  id("tools").addEventListener("submit", (event) => event.preventDefault());
  id("tools").addEventListener("input", filter);
  filter();
});
