"""The terms of the vocabulary as plain IRIs. GENERATED from forum.ttl by `forumgraph ontology --write`: edit that file, not this one."""

from typing import Final

AUTHORITY: Final[str] = 'https://w3id.org/forumgraph/authority/'
FORUM: Final[str] = 'https://w3id.org/forumgraph/ontology#'
SCHEME: Final[str] = 'https://w3id.org/forumgraph/scheme/'
SDG: Final[str] = 'http://metadata.un.org/sdg/'
THEME: Final[str] = 'https://w3id.org/forumgraph/theme/'

# Classes

#: Somebody or something that acts: a body, a constituency, a government, a person, or the holder of a post. In a document's graph, an actor as that document names it; in the authority file, the actor itself.
Actor: Final[str] = 'https://w3id.org/forumgraph/ontology#Actor'
#: What sort of actor somebody is; a concept of the scheme of kinds of actor.
ActorKind: Final[str] = 'https://w3id.org/forumgraph/ontology#ActorKind'
#: Something that a newer publication has and an older one had not.
Addition: Final[str] = 'https://w3id.org/forumgraph/ontology#Addition'
#: An organised group that has a name and acts under it: an organisation, a unit of one, a network, a committee.
Body: Final[str] = 'https://w3id.org/forumgraph/ontology#Body'
#: One difference between two publications.
Change: Final[str] = 'https://w3id.org/forumgraph/ontology#Change'
#: An actor of the corpus that no entry of the authority file stands for, and that a person has looked at and left standing.
ConfirmedActor: Final[str] = 'https://w3id.org/forumgraph/ontology#ConfirmedActor'
#: A part of society that speaks through an agreed channel in a process, or a group of States that speaks with one voice in it, without being an organisation of its own.
Constituency: Final[str] = 'https://w3id.org/forumgraph/ontology#Constituency'
#: What a person decided about something that was read or derived: who, when, what and why, with the words it is about.
Decision: Final[str] = 'https://w3id.org/forumgraph/ontology#Decision'
#: A recommendation that was found in the words of an issue. It is derived: the document lists it among what was discussed.
Demand: Final[str] = 'https://w3id.org/forumgraph/ontology#Demand'
#: One source that was read, with its normalised text.
Document: Final[str] = 'https://w3id.org/forumgraph/ontology#Document'
#: What a document is for; a concept of the scheme of kinds of document.
DocumentKind: Final[str] = 'https://w3id.org/forumgraph/ontology#DocumentKind'
#: One occurrence of a forum, told by its year.
Edition: Final[str] = 'https://w3id.org/forumgraph/ontology#Edition'
#: The reasoned judgement that words of a later document tell what became of an earlier point, with these words.
FollowUp: Final[str] = 'https://w3id.org/forumgraph/ontology#FollowUp'
#: What became of a point; a concept of the scheme of states of follow-up.
FollowUpState: Final[str] = 'https://w3id.org/forumgraph/ontology#FollowUpState'
#: A meeting that recurs, or a process that meets. A document's graph has one as the document names it; the authority file has the forum itself.
Forum: Final[str] = 'https://w3id.org/forumgraph/ontology#Forum'
#: A State as it acts. In the authority file the same entry also stands for the country, and is then a place too.
Government: Final[str] = 'https://w3id.org/forumgraph/ontology#Government'
#: A point that was discussed.
Issue: Final[str] = 'https://w3id.org/forumgraph/ontology#Issue'
#: The reasoned judgement that sessions of two documents are one meeting, with what they have in common. It never says that they are one and the same session.
MeetingMatch: Final[str] = 'https://w3id.org/forumgraph/ontology#MeetingMatch'
#: How the participants of a session came together; a concept of the scheme of modes.
Mode: Final[str] = 'https://w3id.org/forumgraph/ontology#Mode'
#: The fact that one actor took part in one session in one main role, perhaps for others.
Participation: Final[str] = 'https://w3id.org/forumgraph/ontology#Participation'
#: A stretch of the normalised text of one document: the exact words, from where to where, and what stands around them.
Passage: Final[str] = 'https://w3id.org/forumgraph/ontology#Passage'
#: A human being who is named.
Person: Final[str] = 'https://w3id.org/forumgraph/ontology#Person'
#: Somewhere a session can be held. Today the countries of the authority file.
Place: Final[str] = 'https://w3id.org/forumgraph/ontology#Place'
#: Something that was brought up in a session: an issue or a recommendation.
Point: Final[str] = 'https://w3id.org/forumgraph/ontology#Point'
#: An office that somebody holds in a body or place, whoever that is.
Post: Final[str] = 'https://w3id.org/forumgraph/ontology#Post'
#: Whoever held a post at the time, where the document tells the post and not the name.
PostHolder: Final[str] = 'https://w3id.org/forumgraph/ontology#PostHolder'
#: One field of a session as it was read: the exact words, the value they were normalised to, the passage and the rule.
Reading: Final[str] = 'https://w3id.org/forumgraph/ontology#Reading'
#: A point that asks somebody to do something, or says what ought to be.
Recommendation: Final[str] = 'https://w3id.org/forumgraph/ontology#Recommendation'
#: A relation between two actors or forums of the authority file, with the time in which it held and where that is known from.
Relationship: Final[str] = 'https://w3id.org/forumgraph/ontology#Relationship'
#: Something that an older publication had and a newer one has no more.
Removal: Final[str] = 'https://w3id.org/forumgraph/ontology#Removal'
#: The reasoned judgement that an actor or forum as one document names it is a certain actor or forum of the authority file or of the corpus.
Resolution: Final[str] = 'https://w3id.org/forumgraph/ontology#Resolution'
#: A value that differs between two publications, of something that both have.
Revision: Final[str] = 'https://w3id.org/forumgraph/ontology#Revision'
#: What an actor does in a session; a concept of the role scheme.
Role: Final[str] = 'https://w3id.org/forumgraph/ontology#Role'
#: A row of the table that says which target of the 2030 Agenda a theme serves, with the reason.
SdgMapping: Final[str] = 'https://w3id.org/forumgraph/ontology#SdgMapping'
#: The reasoned judgement that a point serves a target of the 2030 Agenda which its words do not name. It follows from the themes of the point by the table of mappings.
SdgSuggestion: Final[str] = 'https://w3id.org/forumgraph/ontology#SdgSuggestion'
#: One meeting, or one part of a larger one, as one document tells it.
Session: Final[str] = 'https://w3id.org/forumgraph/ontology#Session'
#: What sort of meeting a session is; a concept of the scheme of session types.
SessionType: Final[str] = 'https://w3id.org/forumgraph/ontology#SessionType'
#: The reasoned judgement that two points belong together, with the method, the score and the words they share. It never says that they are one and the same.
StatementLink: Final[str] = 'https://w3id.org/forumgraph/ontology#StatementLink'
#: How firmly a recommendation is put; a concept of the scheme of strengths.
Strength: Final[str] = 'https://w3id.org/forumgraph/ontology#Strength'
#: A subject that points can be about; a concept of the theme scheme or of a thesaurus that was brought along.
Theme: Final[str] = 'https://w3id.org/forumgraph/ontology#Theme'
#: The reasoned judgement that a point is about a theme, with the words that speak for it.
ThemeLink: Final[str] = 'https://w3id.org/forumgraph/ontology#ThemeLink'
#: A name that an earlier publication used for something and this one uses no more, with what took its place where that is known.
Tombstone: Final[str] = 'https://w3id.org/forumgraph/ontology#Tombstone'
#: A relationship of which it is known that it holds or held, and not since when. The class says that the date is missing on purpose.
UndatedRelationship: Final[str] = 'https://w3id.org/forumgraph/ontology#UndatedRelationship'
#: An actor of the corpus that no entry of the authority file stands for yet. It keeps one identity throughout the corpus and waits for a person to decide.
UnresolvedActor: Final[str] = 'https://w3id.org/forumgraph/ontology#UnresolvedActor'
#: A sentence or list item of a document that nothing was read from, kept so that what was left out can be seen.
UnusedPassage: Final[str] = 'https://w3id.org/forumgraph/ontology#UnusedPassage'

# Properties that lead to things

#: The decision that let something stand.
acceptedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#acceptedBy'
#: What sort of actor this is.
actorKind: Final[str] = 'https://w3id.org/forumgraph/ontology#actorKind'
#: A session in which the actor took part, in whatever role.
actsIn: Final[str] = 'https://w3id.org/forumgraph/ontology#actsIn'
#: An actor that spoke in the session.
addressedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#addressedBy'
#: Whom the recommendation asks, as an identified actor. Derived from the addressee as stated.
addressedTo: Final[str] = 'https://w3id.org/forumgraph/ontology#addressedTo'
#: A further role of the same actor in the same session.
alsoRole: Final[str] = 'https://w3id.org/forumgraph/ontology#alsoRole'
#: A recommendation that replies to the issue.
answeredBy: Final[str] = 'https://w3id.org/forumgraph/ontology#answeredBy'
#: An issue that the recommendation replies to. Derived.
answers: Final[str] = 'https://w3id.org/forumgraph/ontology#answers'
#: An actor that was present without a more particular role.
attendedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#attendedBy'
#: A theme link that the suggestion rests on.
becauseOf: Final[str] = 'https://w3id.org/forumgraph/ontology#becauseOf'
#: The row of the table of mappings that the suggestion follows.
byMapping: Final[str] = 'https://w3id.org/forumgraph/ontology#byMapping'
#: An actor that chaired the session.
chairedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#chairedBy'
#: What differs.
changeOf: Final[str] = 'https://w3id.org/forumgraph/ontology#changeOf'
#: The property whose value differs.
changedProperty: Final[str] = 'https://w3id.org/forumgraph/ontology#changedProperty'
#: An actor that organised the session together with the one that led.
coOrganizedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#coOrganizedBy'
#: The process or forum through which the constituency takes part.
constituencyOf: Final[str] = 'https://w3id.org/forumgraph/ontology#constituencyOf'
#: A demand that the words of the issue make.
containsDemand: Final[str] = 'https://w3id.org/forumgraph/ontology#containsDemand'
#: An actor that called the session together.
convenedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#convenedBy'
#: The decision that put another value in the place of one that was read; what was read stays where it was stated.
correctedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#correctedBy'
#: The decision about something.
decidedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#decidedBy'
#: What a decision is about.
decides: Final[str] = 'https://w3id.org/forumgraph/ontology#decides'
#: The issue in whose words the demand was found.
demandedIn: Final[str] = 'https://w3id.org/forumgraph/ontology#demandedIn'
#: The name in a document that stands for this actor or forum.
denotedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#denotedBy'
#: The actor or forum of the authority file or of the corpus that the name in a document stands for. Derived, and always with a resolution that gives the reason; never owl:sameAs.
denotes: Final[str] = 'https://w3id.org/forumgraph/ontology#denotes'
#: What the name was resolved to.
denotesActor: Final[str] = 'https://w3id.org/forumgraph/ontology#denotesActor'
#: The property that says in one step what a participation in this role says in two.
directProperty: Final[str] = 'https://w3id.org/forumgraph/ontology#directProperty'
#: The session in which the point was brought up.
discussedIn: Final[str] = 'https://w3id.org/forumgraph/ontology#discussedIn'
#: The session, edition or forum in which the point was brought up, near or far.
discussedWithin: Final[str] = 'https://w3id.org/forumgraph/ontology#discussedWithin'
#: What the document is for.
documentKind: Final[str] = 'https://w3id.org/forumgraph/ontology#documentKind'
#: The passage in which the document itself expands the acronym of the actor.
expansion: Final[str] = 'https://w3id.org/forumgraph/ontology#expansion'
#: The earliest point known that a chain of repetitions leads back to. Derived.
firstStatement: Final[str] = 'https://w3id.org/forumgraph/ontology#firstStatement'
#: What the words say became of the point.
followUpState: Final[str] = 'https://w3id.org/forumgraph/ontology#followUpState'
#: The earlier point whose fate the words tell.
followsUp: Final[str] = 'https://w3id.org/forumgraph/ontology#followsUp'
#: What a vanished name was the name of.
formerClass: Final[str] = 'https://w3id.org/forumgraph/ontology#formerClass'
#: The actor or forum at the beginning of the relation.
fromActor: Final[str] = 'https://w3id.org/forumgraph/ontology#fromActor'
#: The theme that the mapping begins with.
fromTheme: Final[str] = 'https://w3id.org/forumgraph/ontology#fromTheme'
#: The network within which the actor gathers for common positions.
gatheredWithin: Final[str] = 'https://w3id.org/forumgraph/ontology#gatheredWithin'
#: An actor that gathers within this network.
gathers: Final[str] = 'https://w3id.org/forumgraph/ontology#gathers'
#: An actor that took part in the session, in whatever role.
hasActor: Final[str] = 'https://w3id.org/forumgraph/ontology#hasActor'
#: A constituency that takes part through this process or forum.
hasConstituency: Final[str] = 'https://w3id.org/forumgraph/ontology#hasConstituency'
#: A demand found in what was discussed in the session. Derived.
hasDemand: Final[str] = 'https://w3id.org/forumgraph/ontology#hasDemand'
#: An actor that replied to speakers of the session by arrangement.
hasDiscussant: Final[str] = 'https://w3id.org/forumgraph/ontology#hasDiscussant'
#: What later words tell of what became of the point.
hasFollowUp: Final[str] = 'https://w3id.org/forumgraph/ontology#hasFollowUp'
#: A point that was discussed in the session.
hasIssue: Final[str] = 'https://w3id.org/forumgraph/ontology#hasIssue'
#: A member of the body or constituency.
hasMember: Final[str] = 'https://w3id.org/forumgraph/ontology#hasMember'
#: An actor that sat on a panel of the session.
hasPanellist: Final[str] = 'https://w3id.org/forumgraph/ontology#hasPanellist'
#: A session, or an edition, that belongs to this one.
hasPart: Final[str] = 'https://w3id.org/forumgraph/ontology#hasPart'
#: The taking part of one actor in the session.
hasParticipation: Final[str] = 'https://w3id.org/forumgraph/ontology#hasParticipation'
#: A passage of the document that something was read from.
hasPassage: Final[str] = 'https://w3id.org/forumgraph/ontology#hasPassage'
#: An issue or recommendation of the session.
hasPoint: Final[str] = 'https://w3id.org/forumgraph/ontology#hasPoint'
#: A field of the session as it was read.
hasReading: Final[str] = 'https://w3id.org/forumgraph/ontology#hasReading'
#: A recommendation made in the session.
hasRecommendation: Final[str] = 'https://w3id.org/forumgraph/ontology#hasRecommendation'
#: A judgement about whom this name stands for.
hasResolution: Final[str] = 'https://w3id.org/forumgraph/ontology#hasResolution'
#: A goal or target of the 2030 Agenda that the words name, as the UN's linked data identifies it (http://metadata.un.org/sdg).
hasSdg: Final[str] = 'https://w3id.org/forumgraph/ontology#hasSdg'
#: A judgement that the point serves a target.
hasSdgSuggestion: Final[str] = 'https://w3id.org/forumgraph/ontology#hasSdgSuggestion'
#: A theme the point is about. Derived, and always with a theme link that gives the reason.
hasTheme: Final[str] = 'https://w3id.org/forumgraph/ontology#hasTheme'
#: A judgement that the point is about a theme.
hasThemeLink: Final[str] = 'https://w3id.org/forumgraph/ontology#hasThemeLink'
#: Who holds the post.
heldBy: Final[str] = 'https://w3id.org/forumgraph/ontology#heldBy'
#: A post that the actor holds, as the document says.
holdsPost: Final[str] = 'https://w3id.org/forumgraph/ontology#holdsPost'
#: An identified body in which the actor holds a post.
holdsPostIn: Final[str] = 'https://w3id.org/forumgraph/ontology#holdsPostIn'
#: An actor in whose house, or on whose invitation, the session was held.
hostedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#hostedBy'
#: The body that holds the forum, or that houses the secretariat of the actor.
hostedByBody: Final[str] = 'https://w3id.org/forumgraph/ontology#hostedByBody'
#: The document whose text the passage is a stretch of.
inDocument: Final[str] = 'https://w3id.org/forumgraph/ontology#inDocument'
#: The session that the participation is about.
inSession: Final[str] = 'https://w3id.org/forumgraph/ontology#inSession'
#: An actor of the authority file or of the corpus that took part in the session, by whatever name the document calls it.
involves: Final[str] = 'https://w3id.org/forumgraph/ontology#involves'
#: The point that the link begins with: the later of the two, or the recommendation that answers.
linkFrom: Final[str] = 'https://w3id.org/forumgraph/ontology#linkFrom'
#: The property that says in one step what the link says with its reasons.
linkKind: Final[str] = 'https://w3id.org/forumgraph/ontology#linkKind'
#: The point that the theme link is about.
linkOf: Final[str] = 'https://w3id.org/forumgraph/ontology#linkOf'
#: The point that the link leads to: the earlier of the two, or the issue that is answered.
linkTo: Final[str] = 'https://w3id.org/forumgraph/ontology#linkTo'
#: Who made the recommendation, where the document says so; without it, it is made by the meeting as a whole.
madeBy: Final[str] = 'https://w3id.org/forumgraph/ontology#madeBy'
#: A recommendation that the actor made.
makes: Final[str] = 'https://w3id.org/forumgraph/ontology#makes'
#: The session that the match begins with: the later of the two, or the one whose document comes later by its name.
matchFrom: Final[str] = 'https://w3id.org/forumgraph/ontology#matchFrom'
#: The session that the match leads to.
matchTo: Final[str] = 'https://w3id.org/forumgraph/ontology#matchTo'
#: A body, network or constituency that the actor belongs to.
memberOf: Final[str] = 'https://w3id.org/forumgraph/ontology#memberOf'
#: How the participants came together.
mode: Final[str] = 'https://w3id.org/forumgraph/ontology#mode'
#: An actor that moderated the session.
moderatedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#moderatedBy'
#: A later point that says the same of something more special.
narrowedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#narrowedBy'
#: An earlier point of another document all of whose weighty words stand in this one, which adds words of its own. Derived.
narrows: Final[str] = 'https://w3id.org/forumgraph/ontology#narrows'
#: For whom the actor took part in the words of the document: on whose behalf it spoke, or the body that is named beside it.
onBehalfOf: Final[str] = 'https://w3id.org/forumgraph/ontology#onBehalfOf'
#: An actor that opened the session or gave welcoming words.
openedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#openedBy'
#: An actor that organised the session.
organizedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#organizedBy'
#: The larger session, edition or forum that the session belongs to. What is part of a part is part of the whole.
partOf: Final[str] = 'https://w3id.org/forumgraph/ontology#partOf'
#: The body of which the body is a unit.
partOfBody: Final[str] = 'https://w3id.org/forumgraph/ontology#partOfBody'
#: The actor that took part.
participant: Final[str] = 'https://w3id.org/forumgraph/ontology#participant'
#: A participation of the actor.
participatesThrough: Final[str] = 'https://w3id.org/forumgraph/ontology#participatesThrough'
#: An actor in partnership with which the session was held.
partneredBy: Final[str] = 'https://w3id.org/forumgraph/ontology#partneredBy'
#: The words of the source that the thing was read from.
passage: Final[str] = 'https://w3id.org/forumgraph/ontology#passage'
#: The country in which the session was held, as an entry of the authority file. Derived from the country as stated.
place: Final[str] = 'https://w3id.org/forumgraph/ontology#place'
#: The identified actor in which the post is. Derived from the body as stated.
postBody: Final[str] = 'https://w3id.org/forumgraph/ontology#postBody'
#: Who brought the point up, where the document says so.
raisedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#raisedBy'
#: A point that the actor brought up.
raises: Final[str] = 'https://w3id.org/forumgraph/ontology#raises'
#: The session that the reading is about.
readingOf: Final[str] = 'https://w3id.org/forumgraph/ontology#readingOf'
#: The property of the session that was read.
readsField: Final[str] = 'https://w3id.org/forumgraph/ontology#readsField'
#: The decision that took something out of view; what was stated stays where it was stated.
rejectedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#rejectedBy'
#: A point of another document that speaks of the same, by the weight of the words they share. Derived, and always with a statement link that gives the reason.
relatedTo: Final[str] = 'https://w3id.org/forumgraph/ontology#relatedTo'
#: The property that says the same in one step, without dates.
relationType: Final[str] = 'https://w3id.org/forumgraph/ontology#relationType'
#: A later point that says nearly the same.
repeatedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#repeatedBy'
#: An earlier point of another document that says nearly the same. Derived.
repeats: Final[str] = 'https://w3id.org/forumgraph/ontology#repeats'
#: An actor that reported on the session as its rapporteur.
reportedBy: Final[str] = 'https://w3id.org/forumgraph/ontology#reportedBy'
#: The actor or forum, as a document names it, that was to be identified.
resolves: Final[str] = 'https://w3id.org/forumgraph/ontology#resolves'
#: Who decided.
reviewer: Final[str] = 'https://w3id.org/forumgraph/ontology#reviewer'
#: The main role in which the actor took part.
role: Final[str] = 'https://w3id.org/forumgraph/ontology#role'
#: What sort of meeting the session is.
sessionType: Final[str] = 'https://w3id.org/forumgraph/ontology#sessionType'
#: Somebody for whom the actor took part in a session.
spokeFor: Final[str] = 'https://w3id.org/forumgraph/ontology#spokeFor'
#: An actor that paid for or lent its support to the session.
sponsoredBy: Final[str] = 'https://w3id.org/forumgraph/ontology#sponsoredBy'
#: How firmly the recommendation is put.
strength: Final[str] = 'https://w3id.org/forumgraph/ontology#strength'
#: What replaced the actor or forum, under another name or in another form.
succeededBy: Final[str] = 'https://w3id.org/forumgraph/ontology#succeededBy'
#: What the actor or forum replaced, under another name or in another form.
succeeds: Final[str] = 'https://w3id.org/forumgraph/ontology#succeeds'
#: The target that is suggested, as the UN's linked data identifies it.
suggestedSdg: Final[str] = 'https://w3id.org/forumgraph/ontology#suggestedSdg'
#: The point that the suggestion is about.
suggestionFor: Final[str] = 'https://w3id.org/forumgraph/ontology#suggestionFor'
#: A target of the 2030 Agenda that follows from the themes of the point, and that its words do not name. Derived, and always with a suggestion that gives the reason.
suggestsSdg: Final[str] = 'https://w3id.org/forumgraph/ontology#suggestsSdg'
#: A session that the document tells of.
tells: Final[str] = 'https://w3id.org/forumgraph/ontology#tells'
#: The theme that the link leads to.
theme: Final[str] = 'https://w3id.org/forumgraph/ontology#theme'
#: The actor or forum at the end of the relation.
toActor: Final[str] = 'https://w3id.org/forumgraph/ontology#toActor'
#: The goal or target that the theme serves, as the UN's linked data identifies it.
toTarget: Final[str] = 'https://w3id.org/forumgraph/ontology#toTarget'
#: The session of the document that tells of the meeting first, by its date and then by its name; who counts meetings counts both once. Derived.
toldFirstAs: Final[str] = 'https://w3id.org/forumgraph/ontology#toldFirstAs'
#: The document that tells of the session.
toldIn: Final[str] = 'https://w3id.org/forumgraph/ontology#toldIn'
#: A theme of something that was brought up in the session.
treatsTheme: Final[str] = 'https://w3id.org/forumgraph/ontology#treatsTheme'

# Properties that lead to words, numbers and times

#: The short form of the name. Of an actor in a document, only when the document gives it.
acronym: Final[str] = 'https://w3id.org/forumgraph/ontology#acronym'
#: Who is asked, in the words of the source.
addressee: Final[str] = 'https://w3id.org/forumgraph/ontology#addressee'
#: The exact words that a field was read from.
asStated: Final[str] = 'https://w3id.org/forumgraph/ontology#asStated'
#: The city in which the session was held, in the words of the source.
city: Final[str] = 'https://w3id.org/forumgraph/ontology#city'
#: The whole normalised text of the document. All offsets count in it.
content: Final[str] = 'https://w3id.org/forumgraph/ontology#content'
#: The country in which the session was held, in the words of the source.
country: Final[str] = 'https://w3id.org/forumgraph/ontology#country'
#: The words that tell what became of the point.
cueWords: Final[str] = 'https://w3id.org/forumgraph/ontology#cueWords'
#: The local day on which the session was held or began, as precise as the source: a day, a month or a year.
date: Final[str] = 'https://w3id.org/forumgraph/ontology#date'
#: The day of a decision, as the reviewer gave it: a date where it is one, else words.
decidedOn: Final[str] = 'https://w3id.org/forumgraph/ontology#decidedOn'
#: The value a decision gives: a name, a date, a theme, a sort of point.
decidedValue: Final[str] = 'https://w3id.org/forumgraph/ontology#decidedValue'
#: What sort of thing a decision is about: actor, field, finding, followup, item, pair, target or theme.
decisionKind: Final[str] = 'https://w3id.org/forumgraph/ontology#decisionKind'
#: What of the quoted words a decision is about: a name, a field, the code of a finding, a theme, a link.
decisionTopic: Final[str] = 'https://w3id.org/forumgraph/ontology#decisionTopic'
#: The code point of the document's text after the last one of the passage, counted from 0.
end: Final[str] = 'https://w3id.org/forumgraph/ontology#end'
#: The local day on which the session ended, where it lasted longer than a day.
endDate: Final[str] = 'https://w3id.org/forumgraph/ontology#endDate'
#: The local time at which the session ended.
endTime: Final[str] = 'https://w3id.org/forumgraph/ontology#endTime'
#: The end of the session in Coordinated Universal Time. Derived, only where the time zone is known.
endsAt: Final[str] = 'https://w3id.org/forumgraph/ontology#endsAt'
#: The words that speak for a judgement.
evidence: Final[str] = 'https://w3id.org/forumgraph/ontology#evidence'
#: The words of the passage, exactly as the document's text has them.
exact: Final[str] = 'https://w3id.org/forumgraph/ontology#exact'
#: Words that have a label of the theme in them and mean something else.
falseFriend: Final[str] = 'https://w3id.org/forumgraph/ontology#falseFriend'
#: The path of the source below the folder it was given in.
fileName: Final[str] = 'https://w3id.org/forumgraph/ontology#fileName'
#: The words of a point whose name vanished, as the earlier publication had them.
formerWords: Final[str] = 'https://w3id.org/forumgraph/ontology#formerWords'
#: Why a decision was taken, in the words of the reviewer.
grounds: Final[str] = 'https://w3id.org/forumgraph/ontology#grounds'
#: The words of the heading under which the point stands.
headingText: Final[str] = 'https://w3id.org/forumgraph/ontology#headingText'
#: The language of the text as a BCP 47 tag.
language: Final[str] = 'https://w3id.org/forumgraph/ontology#language'
#: The line of the source on which the passage begins, counted from 1.
line: Final[str] = 'https://w3id.org/forumgraph/ontology#line'
#: Why the theme serves the target.
mappingReason: Final[str] = 'https://w3id.org/forumgraph/ontology#mappingReason'
#: Words of the theme from which the row leads to its target. A row that has some is followed where they stand.
mappingWords: Final[str] = 'https://w3id.org/forumgraph/ontology#mappingWords'
#: The words of the point that led to the theme.
matchedWords: Final[str] = 'https://w3id.org/forumgraph/ontology#matchedWords'
#: The IANA media type of the source, decided by its content.
mediaType: Final[str] = 'https://w3id.org/forumgraph/ontology#mediaType'
#: How a judgement was reached.
method: Final[str] = 'https://w3id.org/forumgraph/ontology#method'
#: The name of the actor or forum, in the words of the source.
name: Final[str] = 'https://w3id.org/forumgraph/ontology#name'
#: A value that only the newer publication has.
newValue: Final[str] = 'https://w3id.org/forumgraph/ontology#newValue'
#: The number of the point as printed, without the punctuation.
number: Final[str] = 'https://w3id.org/forumgraph/ontology#number'
#: Whether a row that has words of its own is also followed where a name of its theme stands that is not among the words of another row. A row without words always is.
ofWholeTheme: Final[str] = 'https://w3id.org/forumgraph/ontology#ofWholeTheme'
#: A value that only the older publication has.
oldValue: Final[str] = 'https://w3id.org/forumgraph/ontology#oldValue'
#: The page of the source on which the passage begins, counted from 1.
page: Final[str] = 'https://w3id.org/forumgraph/ontology#page'
#: The body or place in which the post is, in the words of the source.
postIn: Final[str] = 'https://w3id.org/forumgraph/ontology#postIn'
#: The office, in the words of the source.
postTitle: Final[str] = 'https://w3id.org/forumgraph/ontology#postTitle'
#: A few words of the text just before the passage, so that it can be found again when offsets move.
prefix: Final[str] = 'https://w3id.org/forumgraph/ontology#prefix'
#: Why nothing was read from the passage, where that is known.
reason: Final[str] = 'https://w3id.org/forumgraph/ontology#reason'
#: What a row of a review is known by, whatever its place in the sheet.
rowKey: Final[str] = 'https://w3id.org/forumgraph/ontology#rowKey'
#: The name of the rule that read or derived the thing.
rule: Final[str] = 'https://w3id.org/forumgraph/ontology#rule'
#: How strongly the evidence speaks, from 0 to 1.
score: Final[str] = 'https://w3id.org/forumgraph/ontology#score'
#: How many sentences and list items the document has.
sentenceCount: Final[str] = 'https://w3id.org/forumgraph/ontology#sentenceCount'
#: The digest of the bytes of the source, in lower-case hexadecimal.
sha256: Final[str] = 'https://w3id.org/forumgraph/ontology#sha256'
#: The words that two points share, as they stand in the one that a link begins with or in the sentence that follows a point up, the rarest first.
sharedWords: Final[str] = 'https://w3id.org/forumgraph/ontology#sharedWords'
#: When the relation began: a day or a year.
since: Final[str] = 'https://w3id.org/forumgraph/ontology#since'
#: Where the relationship can be looked up, in words.
source: Final[str] = 'https://w3id.org/forumgraph/ontology#source'
#: The code point of the document's text at which the passage begins, counted from 0.
start: Final[str] = 'https://w3id.org/forumgraph/ontology#start'
#: The local time at which the session began.
startTime: Final[str] = 'https://w3id.org/forumgraph/ontology#startTime'
#: The beginning of the session in Coordinated Universal Time. Derived, only where the time zone is known.
startsAt: Final[str] = 'https://w3id.org/forumgraph/ontology#startsAt'
#: A few words of the text just after the passage.
suffix: Final[str] = 'https://w3id.org/forumgraph/ontology#suffix'
#: The words of the point.
text: Final[str] = 'https://w3id.org/forumgraph/ontology#text'
#: The time zone in the words of the source.
timeZone: Final[str] = 'https://w3id.org/forumgraph/ontology#timeZone'
#: The title of the session, edition or forum, in the words of the source.
title: Final[str] = 'https://w3id.org/forumgraph/ontology#title'
#: When the relation ended: a day or a year.
until: Final[str] = 'https://w3id.org/forumgraph/ontology#until'
#: How many of its sentences and list items something was read from.
usedSentenceCount: Final[str] = 'https://w3id.org/forumgraph/ontology#usedSentenceCount'
#: What the exact words were normalised to.
value: Final[str] = 'https://w3id.org/forumgraph/ontology#value'
#: The building or room in which the session was held, in the words of the source.
venue: Final[str] = 'https://w3id.org/forumgraph/ontology#venue'
#: What was decided: accept, reject, correct, merge, split or add.
verdict: Final[str] = 'https://w3id.org/forumgraph/ontology#verdict'
#: The year of the edition.
year: Final[str] = 'https://w3id.org/forumgraph/ontology#year'
