import type { Catalogue } from '../translate.ts';

/** The participant among others: look-alikes, comments, groups, what the facilitators did. */
export const together = {
  reworded: "Reformulée par l'animation. Votre texte d'origine :",
  answer: "Réponse de l'animation, pour vous seulement :",
  groupedWith: 'Regroupée avec une idée qui dit la même chose :',
  leadsGroup: {
    one: "{n} idée qui dit la même chose est regroupée derrière la vôtre.",
    other: '{n} idées qui disent la même chose sont regroupées derrière la vôtre.',
  },

  alike: 'Des idées proches sont déjà là',
  alikeHint: "Si l'une dit la même chose, inutile de la proposer à nouveau. Sinon, continuez.",
  sameAs: 'Dit la même chose',
  sameAsNamed: "Dit la même chose : {idea}",
  alikeChosen: "Cette idée est déjà proposée : vous pourrez la soutenir au moment du vote.",
  takeBack: 'Reprendre mon texte',
  supportThis: 'Soutenir plutôt celle-ci',
  supportThisNamed: 'Soutenir plutôt celle-ci : {idea}',
  supportedInstead: 'Vous soutenez cette idée. Votre texte est mis de côté.',

  supportIdea: 'Soutenir',
  supportedIdea: 'Vous soutenez',
  supportIdeaNamed: '{what} : {idea}',
  supportIsNoVote: "Un soutien n'est pas un vote : il ne classe rien.",

  comments: { one: '{n} commentaire', other: '{n} commentaires' },
  comment: 'Commenter',
  commentIdea: 'Commenter : {idea}',
  yourComment: 'Votre commentaire',
  commentEmpty: "Écrivez d'abord votre commentaire.",
  commentTooLong: 'Ce commentaire est trop long : {max} caractères au plus.',
  sendComment: 'Envoyer',
  commentRecorded: 'Commentaire enregistré',
  commentWithdrawn: 'Commentaire retiré',
  withdrawComment: 'Retirer',
  withdrawCommentNamed: 'Retirer mon commentaire : {text}',
  commentHidden: "Masqué par l'animation : {reason}",

  mutedTitle: 'Votre participation est suspendue',
  mutedText: "Vous pouvez continuer à lire et retirer ce que vous avez écrit. Pour toute question, adressez-vous à l'animation.",
  stoppedTitle: 'Les envois sont suspendus un moment',
  stoppedText: "L'animation les rouvrira. Ce que vous écrivez ici reste sur cet appareil.",

  notPlacedYet: 'À placer, selon vous',
  placedCount: { one: '{n} carte placée sur {total}', other: '{n} cartes placées sur {total}' },
  agreeAll: { one: '{percent}\u00a0% pour {n} avis', other: '{percent}\u00a0% sur {n} avis' },
  mostPut: 'La plupart : {lever}',
  noMajority: 'Avis partagés',
  settledBy: "Place fixée par l'animation : {lever}",
  youPut: 'Vous : {lever}',
} as const satisfies Catalogue;
