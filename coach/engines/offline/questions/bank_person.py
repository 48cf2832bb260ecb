"""Questions built on what the notes say about the person. One line each: kinds, topic, the question, what it gives the learner.

Slots: {s} a sentence said to the host, {w} the same after "when", {g} the same as an activity, {n} a noun phrase, {q} their own words. A line whose slots a
mention cannot fill is passed over. `~past`, `~now` or `~going` after the kinds holds the line to that tense.
"""

ROWS = """
work load | WORK | {s}. How do you decide what gets your attention first on an ordinary morning? | You see how the day is really put in order.
work load | WORK | {s}. What would surprise somebody who only knows that from the outside? | You get past the picture that everybody has.
work | WORK | {s}. What does a good week of that look like? | You hear what the work is when it goes well.
work | WORK | What takes longer than people think when {w}? | You learn where the hours really go.
work | WORK | What does an ordinary day look like when {w}? | You can picture yourself in it, hour by hour.
work | WORK | {s}. What happened the last time that went differently from usual? | One real case tells you more than a description.
load | WORK | {s}. How does that number show in an ordinary day? | You turn a figure into hours and faces.
load | WORK | {s}. How do you keep hold of all of it? | You learn what it takes to stay on top of things.
work load | SKILL | {s}. What did you have to become good at for that? | You hear which skills count, and could start on one.
work | SKILL | {s}. How did you learn to do that well? | You find out where the skill comes from.
work | SKILL | What separates somebody who is good at {g} from somebody who is only all right at it? | You get a yardstick for yourself.
work | SKILL | What would you notice in a beginner who has a feel for {g}? | You can check whether you have it.
work load | HARD | {s}. What is the hardest part of that to get right? | You meet the difficult side before you choose it.
work load | HARD | {s}. What about that is harder than it looks? | You learn what cannot be seen from outside.
work | HARD | Where do things most easily go wrong when {w}? | You see what the worry of the job is about.
load | HARD | {s}. What do you do when it all comes at once? | You hear how pressure shows in this work.
work | JOY | {s}. What in that still makes a good day for you? | You find out whether their good days would be yours.
work | JOY | What keeps {g} interesting for you? | You hear what lasts after the first years.
load | JOY | {s}. What would you miss about that? | You learn what holds people in it.
work load | ORG | {s}. How is that shared out between you and the others? | You see how the team works together.
work | FIELD | {s}. How has that changed since you began? ~now | You learn which way the work is moving.
work load | FIELD | {s}. How do you expect that to change in the coming years? ~now | You look ahead to the years when it would be your job.
work load | ENTRY | {s}. What part of that would somebody new be trusted with first? | You see what your own first months might hold.
work | ENTRY | {s}. What would you like a newcomer to have tried before they begin on that? | You know what to try before you apply anywhere.
work load | ADVICE | {s}. What could I try on a small scale to find out whether that would suit me? | You leave with something to do.
work | ADVICE | {s}. What would you read or watch in my place to understand that better? | You leave with a next thing to look at.
work load | LINKS | {s}. Who else would be good for me to talk to, somebody who sees that from another side? | You get a second view on the same work.

noted | PATH | I made a note of {q}. What is the story behind that? | You hear the story and not the headline.
noted | PATH | I wrote down {q}. How did that come about? | You hear how one thing led to another.
noted | WORK | I noted {q}. What should I picture when I read that? | You can picture the work behind the words.
noted | WORK | I made a note of {q}. What does that look like when you are in the middle of it? | You see one piece of the work from close by.
noted | SKILL | I wrote down {q}. What has that taught you? | You hear what experience adds.
noted | HARD | I noted {q}. What part of that do people never see? | You learn where the effort goes.
noted | ADVICE | I wrote down {q}. What would you like somebody at the start to know about that? | You leave with something to use.

being | PATH | {s}. How did you come to that? | You hear the story behind what they care about.
being | WORK | {s}. What would surprise somebody who only knows that from the outside? | You get past the picture that everybody has.
being | SKILL | {s}. What did you have to become good at for that? | You hear which skills count, and could start on one.
being | HARD | {s}. What about that is harder than it sounds? | You meet the difficult side before you choose it.
being | JOY | {s}. What in that still makes a good day for you? | You find out whether their good days would be yours.
being | FIELD | {s}. How is that changing? | You see which way things are moving.

member | PATH | {s}. What made you join? | You hear what people find there.
member | LINKS | {s}. Who else would be good for me to talk to there? | You get a name you could not have found alone.
yours | PATH | {s}. How did that come about? | You hear the story behind a detail.
yours | WORK | {s}. What would surprise somebody who only knows that from the outside? | You get past the picture that everybody has.
yours | SKILL | {s}. What has that taught you? | You hear what experience adds.
duty | WORK | {s}. What does that look like in practice? | You can picture the nights as well as the days.
duty | HARD | {s}. What makes that hard to keep up? | You meet the difficult side before you choose it.
duty | ORG | {s}. How is that shared out between you and the others? | You see how the team works together.

spoke | PATH | {s}. What made you want to share that? | You hear what a person cares about, and why.
spoke | WORK | {s}. What was happening in your work that led to it? | You show you looked, and hear the story behind it.
spoke | FIELD | {s}. What sort of response did it get? | You learn what people in the field argue about.
spoke | HARD | {s}. What in it do people find hardest to accept? | You learn where the real difficulty lies.
spoke | SKILL | {s}. What did you learn yourself while you prepared it? | You hear how an expert goes on learning.
spoke | ADVICE | {s}. What would you look at next if you were new to the subject? | You leave with something to read or watch.

project | WORK | {s}. What did the weeks in the middle of that look like? | You see the working days behind the headline.
deed | WORK | {s}. What part of that took far longer than an outsider would guess? | You learn where the time goes in such a project.
deed | WORK | What did an ordinary day look like when {w}? ~past | You can picture the work behind the result.
deed | SKILL | {s}. What did you have to learn along the way that nobody had taught you? | You hear what a course would leave out.
deed | SKILL | What did {g} ask of you that your training had not? | You learn what only the job teaches.
deed | SKILL | {s}. What did that teach you about how you like to work? | You hear a person think about their own work.
deed | HARD | {s}. What was the hardest decision in that? | You see what responsibility means here.
deed | HARD | What was the hardest part when {w}? ~past | You hear what weighs on somebody in this job.
project | HARD | {s}. What turned out differently from the plan? | You learn how they deal with surprises.
deed | JOY | {s}. What part of that are you still glad about? | You hear what they are proud of, in their own words.
project | JOY | {s}. What was the best moment in it? | You find out what satisfies in this work.
deed | ORG | {s}. How did you and the people around you work together on that? | You see the team behind the result.
deed | ORG | {s}. How did the people around you take it? | You learn what the place is like when something new comes.
deed | FIELD | {s}. What has changed in the work since then? | You see how fast things move.
deed | PATH | {s}. How did that come your way? | You hear how one thing led to another.
deed | PATH | {s}. How did that shape what you wanted to do next? | You find the turning points in a real career.
project | ADVICE | {s}. What would you do differently if you started on it again tomorrow? | You get the lesson without paying for it.
deed | ADVICE | {s}. What would you tell somebody who is about to do something like it for the first time? | You get advice from somebody who has been there.
project | ENTRY | {s}. What small part of that could a beginner have been given? | You see where somebody like you might start.
project | LINKS | {s}. Who else that had a hand in it would be good for me to talk to? | You get a second view on the same piece of work.

moment | WORK | {s}. What do you remember best about that? | You hear what it was like, from the one who was there.
moment | SKILL | {s}. What did that teach you? | You learn from something that really happened.
moment | HARD | {s}. What was hardest about it? | You see what responsibility means here.
moment | ORG | {s}. How did the people around you take it? | You learn what the place is like when it matters.
moment | FIELD | {s}. What has changed in the work since then? | You see how fast things move.
moment | PATH | {s}. How did that shape what you wanted to do next? | You find the turning points in a real career.
moment | ADVICE | {s}. What would you tell somebody who finds themselves in the same position? | You get advice from somebody who has been there.

step step_as | PATH | {s}. What led up to that? | You hear the story behind a line of a career.
step step_as | PATH | {s}. What turned out differently from what you had expected? | You learn what one cannot know beforehand.
step_as | PATH | {s}. How did you get from there to what you do today? | You see the steps, one after the other.
step step_as | PATH | {s}. What were the first months like? | You can imagine your own first months.
step step_as | SKILL | {s}. What did you have to learn first? | You know where the learning starts.
step step_as | HARD | {s}. What was hardest in the beginning? | You are warned, and less alone when it comes.
step step_as | FIELD | {s}. What has changed in the work since then? | You see how fast things move.
step_as | ENTRY | {s}. What would that same first step look like for somebody starting today? | You learn whether that door is still open.
step step_as | ADVICE | {s}. What would you tell yourself on that first day, knowing what you know now? | You get advice with hindsight in it.

leaving | PATH | {s}. What had you thought your working life would be, back then? | You hear how plans change, and that they may.
leaving | PATH | {s}. What were the first things you tried? | You hear the part that a website leaves out.
leaving | PATH | {s}. Who or what pointed you to this work? | You find the moment where it started.
leaving | SKILL | {s}. How did you find out what you were good at? | You get a way of finding out for yourself.
leaving | HARD | {s}. What was hardest about that time? | You hear what it was like from the inside.
leaving | ADVICE | {s}. What would you say to somebody who is at that point now? | You get advice from somebody who stood there too.

past_role | PATH | {s}. What made you want to change? | You hear why somebody chose this work.
past_role | PATH | {s}. How did you get from there to the work you do now? | You see the steps between two different jobs.
past_role | PATH | {s}. What made you look for the work you do today? | You find the moment where it started.
past_role | SKILL | {s}. How do you draw on that time in your work today? | You learn what carries over from one job to another.
past_role | SKILL | {s}. What did that teach you that others have to pick up later? | You see what an unusual background is worth.
past_role | SKILL | {s}. What do you do differently because of that? | You learn what a background does for a person.
past_role | JOY | {s}. What do you have in your work now that you missed then? | You hear what this work gives, by comparison.
past_role | HARD | {s}. What was hardest about the step from there to your present work? | You know what a change of direction costs.
past_role | HARD | {s}. What do you sometimes miss from that time? | You hear what one gives up for this work.
past_role | ENTRY | {s}. How did that time help when you looked for the work you do now? | You learn how employers look at experience from elsewhere.
past_role | ADVICE | {s}. What would you say to somebody who starts from there today? | You get a first step that fits you.

study | SKILL | What did the job teach you that {n} could not? | You learn what no course covers.
study | SKILL | How does {n} show in your work from week to week? | You know which subjects to take seriously.
study | PATH | How did {n} lead to the work you do now? | You see the road from study to work.
study | ENTRY | Looking back at {n}, what would you tell somebody who is choosing a course today? | You choose your own course with open eyes.
study | HARD | After {n}, what was the hardest surprise once you were at work? | You are ready for the gap between study and work.
paper | PATH | What made you go for {n}? | You hear how a decision like yours was made.
paper | HARD | What was the hardest part of getting {n}? | You know where others came close to stopping.
paper | SKILL | What did {n} let you do that you could not do before? | You learn what it is good for in practice.
paper | ENTRY | Looking back at {n}, what would you tell somebody who is about to go for the same? | You get first-hand advice on your own next step.
licence | PATH | {s}. What made you go for that? | You hear how a decision like yours was made.
licence | SKILL | {s}. What did getting there ask of you? | You know what to get ready for.
licence | ENTRY | {s}. What would you say to somebody who is about to go for the same? | You get first-hand advice on your own next step.
licence | HARD | {s}. What was the hardest part of getting there? | You know where others came close to stopping.
study_done | PATH | {s}. What made you choose that road? | You hear how a decision like yours was made.
study_done | PATH | {s}. What kept you going until it was done? | You learn what carries people through.
study_beside | ENTRY | {s}. How did you fit that around everything else? | You see whether you could do the same.
study_done | ENTRY | {s}. What would you say to somebody who is thinking of doing the same? | You get first-hand advice on your own next step.
study_done | SKILL | {s}. What could you do afterwards that you could not do before? | You learn what it is good for in practice.
study_done | HARD | {s}. What was the hardest stretch of it? | You know where others came close to stopping.

tenure | PATH | {s}. What were the turning points in that time? | You hear a career as a story and not as dates.
tenure | PATH | {s}. What had to happen before it felt like your own work? | You learn how long finding one's feet can take.
tenure | FIELD | {s}. What has changed most about the work in that time? | You see which way things are moving.
tenure | JOY | {s}. What has kept you in it? | You find out what lasts.
tenure | SKILL | {s}. What are you good at now that you could not do in your first year? | You learn what experience adds.
tenure | HARD | {s}. What has become harder over time rather than easier? | You hear the long view on the difficult side.

title_said | WORK | What was happening in your work that led to {n}? | You show you looked, and hear the story behind it.
title_said | WORK | How does the problem in {n} show up in an ordinary week? | You tie what they say in public to their days.
title_said | FIELD | What sort of response did {n} get? | You learn what people in the field argue about.
title_said | FIELD | What would you add to {n} if you did it again today? | You hear what has moved since.
title_said | HARD | What in {n} do people find hardest to accept? | You learn where the real difficulty lies.
title_said | PATH | How did you come to the subject of {n}? | You hear what a person cares about, and why.
title_said | ADVICE | What would you look at next, after {n}, if you were new to the subject? | You leave with something to read or watch.
title_said | LINKS | Who else would be good for me to talk to about the subject of {n}, somebody who sees it differently? | You get a second opinion.
title_made | WORK | How does {n} find its way into an ordinary day? | You see how a thing they made is used.
title_made | JOY | What do you like about having made {n}? | You hear what they are proud of.
title_made | PATH | What lay behind {n}? | You hear the story of something they made.
title_made | SKILL | What did making {n} teach you? | You learn what making things adds to the job.
title_made | ORG | How do the people around you take to {n}? | You get a feeling for the place.

quote | PATH | I came across your words {q}. What happened that made you see it that way? | You hear the experience behind a strong sentence.
quote | WORK | I came across your words {q}. What does that look like on an ordinary day? | You turn a fine sentence into practice.
quote | HARD | I noted your words {q}. What is the hard side of that? | You find the difficulty behind the conviction.
quote | ORG | I noted your words {q}. How do the people you work with see that? | You learn how the place thinks.
quote | SKILL | Your words {q} stayed with me. What did you have to learn before you saw it that way? | You learn what stands behind it.
quote | ADVICE | Your words {q} stayed with me. What would you like somebody new to take from them? | You take home a piece of experience.

own_words | PATH | I came across your words {q}. What is the story behind that? | You hear the story from the one who was there.
own_words | WORK | I noted your words {q}. What should I picture when I read that? | You can picture the work behind the words.
own_words | SKILL | Your words {q} stayed with me. What did you have to learn for that? | You hear what experience adds.
own_words | HARD | I noted your words {q}. What part of that do people never see? | You learn where the effort goes.
own_words | ORG | I came across your words {q}. What part do the people around you play in that? | You see how the place works.
own_words | ADVICE | Your words {q} stayed with me. What would you like somebody at the start to know about that? | You leave with something to use.

quote_told | WORK | I came across your words {q}. What is the story behind that? | You hear what happened, from the one who was there.
quote_told | SKILL | I came across your words {q}. What did you learn from that? | You learn from something that really happened.
quote_told | HARD | I noted your words {q}. What was the hardest part of that time? | You hear what it was like from the inside.
quote_told | ORG | I noted your words {q}. How did the people around you take it? | You learn what the place is like when it matters.
quote_told | FIELD | Your words {q} stayed with me. What has changed since then? | You see whether things got better.
quote_told | ADVICE | Your words {q} stayed with me. What would you like somebody new to take from that? | You take home a piece of experience.

apprentice | PATH | {s}. What made you choose that way in? | You hear how a decision like yours was made.
apprentice | SKILL | {s}. What did you learn in that time that no book could have told you? | You learn what only the job teaches.
apprentice | HARD | {s}. What was the hardest stretch of it? | You know where others came close to stopping.
apprentice | ENTRY | {s}. What is different for somebody starting that today? | You learn whether the same door is still open.
apprentice | ADVICE | {s}. What would you tell yourself on that first day, knowing what you know now? | You get advice with hindsight in it.

view | WORK | {s}. What does that look like in practice? | You see how a conviction turns into work.
view | HARD | {s}. What stands in the way of that? | You learn what they are up against.
view | PATH | {s}. What brought you to that view? | You hear the experience behind an opinion.
view | ORG | {s}. How do the people around you see it? | You learn where people in the work disagree.
view | FIELD | {s}. What would change if more people saw it that way? | You see where the work may be going.
manner | WORK | {s}. What does that look like in practice? | You see how a conviction turns into work.
manner | HARD | {s}. What makes that hard to keep up? | You learn what they are up against.
manner | PATH | {s}. How did you come to do it that way? | You hear the experience behind a habit.
manner | ORG | {s}. How do the people around you take to that? | You learn how the place thinks.
liking | JOY | {s}. What do you get out of that? | You find out whether their good days would be yours.
liking | WORK | {s}. How does that find its way into an ordinary week? | You see what room there is for what one likes.
liking | PATH | {s}. How did you find that out about yourself? | You get signs to look for in yourself.
prize | JOY | {s}. What about that are you proudest of? | You hear what counts for them.
prize | WORK | {s}. What daily work stood behind that? | You see what good work consists of.
prize | PATH | {s}. What doors did that open for you? | You hear how a career can turn on one thing.
team | ORG | {s}. How do you share out the work among you? | You see how the team runs.
team | ORG | {s}. How does somebody new find their place in that? | You can picture being the new one.
team | HARD | {s}. What happens when you do not agree? | You learn how they handle a quarrel.
team | JOY | {s}. What makes a good day together? | You get a feeling for the company you would keep.
"""
