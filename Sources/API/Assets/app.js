// Ties the rooms of the page together.
import { addressOf, openPrompt } from "./address.js";
import { readPrompt } from "./api.js";
import { byId } from "./dom.js";
import { edit, startEditor } from "./editor.js";
import { markOpen, putPrompt, showThumbnail, startHistory } from "./history.js";
import { offerSamples, startIdea } from "./idea.js";
import { onLanguage, startLanguage } from "./language.js";
import { clearNotice, showProblem } from "./notice.js";
import { goToPrompt, hidePrompt, showPrompt } from "./prompt.js";
import { showRevisions } from "./revisions.js";
import { startScene } from "./scene.js";
import { renderRevision, showVideos, startVideo } from "./video.js";

function present(prompt) {
  clearNotice(byId("open-notice"));
  showPrompt(prompt);
  edit(prompt);
  markOpen(prompt.id);
  showRevisions(prompt.id);
  showVideos(prompt);
}

async function open(isMoved) {
  const id = openPrompt();
  markOpen(id);
  if (!id) return hidePrompt();
  try {
    const prompt = await readPrompt(id);
    if (openPrompt() !== id) return;
    present(prompt);
    if (isMoved) goToPrompt();
  } catch (problem) {
    if (openPrompt() !== id) return;
    hidePrompt();
    showProblem(byId("open-notice"), problem, () => open(isMoved));
  }
}

function written(prompt) {
  if (openPrompt() !== prompt.id) history.pushState(null, "", addressOf(prompt.id));
  offerSamples(false);
  putPrompt(prompt);
  present(prompt);
  goToPrompt();
}

function saved(prompt) {
  renderRevision(prompt);
  putPrompt(prompt);
  showRevisions(prompt.id);
}

startLanguage();
startScene();
startIdea(written);
startEditor(saved, () => open(false));
startVideo((job) => showThumbnail(job.prompt));
addEventListener("hashchange", () => open(true));
onLanguage(() => open(false));
open(false);
startHistory().then((isUsed) => offerSamples(!isUsed));
