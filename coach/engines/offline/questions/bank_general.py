"""Questions that need nothing but a person who does the work; {role} is "a groundsman", for those that name it. Format as in `bank_person`."""

ROWS = """
any | PATH | How did you find your way into this work, including the part that does not fit on a CV? | You hear the story and not the dates.
any | PATH | What were you sure of at the start that turned out to be wrong? | You learn what one cannot know from outside.
any | PATH | What was the turning point after which you knew you would stay? | You hear what makes people stay.
any | PATH | Who or what had the biggest hand in the way your working life has gone? | You see how much others and luck have to do with it.
any | PATH | What from your life before this work do you still carry with you? | You learn what carries over from other work.
any | PATH | What was the first thing in this work that you did entirely on your own? | You hear what trust looks like at the start.
any | PATH | What had you imagined about being {role} that turned out differently? | You check your own picture against theirs.
any | PATH | What made you stay through your first difficult year? | You learn what carries people through the start.
any | PATH | What choice along the way would you make differently with what you know now? | You learn from a road already travelled.
any | PATH | How did you know that this was the right kind of work for you? | You get signs to look for in yourself.

any | WORK | What did yesterday look like, from the first thing to the last? | You get a real day and not a typical one.
any | WORK | What takes up far more of your week than people outside would guess? | You learn where the hours go.
any | WORK | What does the quiet part of your year look like compared with the busy one? | You see the whole year and not one week.
any | WORK | What was the last thing you did that you could not have planned for in the morning? | You see how much of the day is surprise.
any | WORK | How is a week of yours divided between people, paper and the thing itself? | You find out how much desk there is.
any | WORK | What part of the work of {role} never gets mentioned when people talk about it? | You see what the descriptions leave out.
any | WORK | What would I see in the first hour if I came along for a day? | You can picture being there.
any | WORK | How do you know at the end of a day that it was a good one? | You learn how good work is recognised.
any | WORK | How did the last piece of work you finished go, from start to end? | You follow one piece of work all the way.
any | WORK | What are you working on just now that you would like to talk about? | You let them choose what matters.

any | SKILL | What did nobody teach you that you turned out to need every week? | You learn what no course covers.
any | SKILL | What separates somebody who is very good at this from somebody who is only all right? | You get a yardstick for yourself.
any | SKILL | What do most beginners have to unlearn? | You can make it knowingly, and sooner.
any | SKILL | What do you notice now that you would have walked past in your first year? | You see what experience is made of.
any | SKILL | How do you keep learning now that the training is behind you? | You see whether the work keeps growing.
any | SKILL | What habit would you pass on first to somebody learning to be {role}? | You take a habit home.
any | SKILL | What skill from an unlikely place has helped you most in this work? | You may find that you have one too.
any | SKILL | How did you learn to deal with people on a bad day? | You learn about the skill behind the skills.
any | SKILL | What took you longest to get right? | You know where to be patient with yourself.
any | SKILL | How does somebody in this work get better after the first two years? | You see how the learning goes on.

any | HARD | What part of the work stays hard, however long one does it? | You learn what does not get easier.
any | HARD | What makes people leave this work? | You hear the reasons before they become yours.
any | HARD | What do you do to leave the work behind at the end of a bad day? | You learn how people last.
any | HARD | What has been the hardest conversation of your past year at work, as far as you can share it? | You see what weighs on people.
any | HARD | What wears on you that did not bother you in the beginning? | You get the long view.
any | HARD | What would have to change for more people to stay in this work? | You learn where the shoe pinches.
any | HARD | What would you want somebody to know about the difficult side of being {role} before they choose it? | You choose with open eyes.
any | HARD | How do you handle it when something goes wrong and it was your doing? | You see how mistakes are dealt with.
any | HARD | What is the part that you would gladly hand to somebody else? | You find out whether you would mind it.

any | JOY | What still makes you glad to start the day? | You find out whether their good days would be yours.
any | JOY | What was the last moment at work that you told somebody about at home? | You hear what stays with people.
any | JOY | What would you miss most if you stopped tomorrow? | You learn what holds them.
any | JOY | What piece of work are you gladdest to have had a hand in? | You hear what they are proud of.
any | JOY | What satisfaction does this work give that people outside would not think of? | You learn what is good about it from the inside.
any | JOY | What keeps the work of {role} interesting after the first years? | You see whether it would last for you.
any | JOY | When the work goes as you hope, what does that feel like? | You hear the good side in their own words.
any | JOY | What kind of person tends to be happy in this work? | You can hold it against yourself.

any | ORG | How are decisions made where you work when people see things differently? | You learn how the place is run.
any | ORG | How does somebody new find their feet in your team? | You can picture being the new one.
any | ORG | What would I notice about the place in my first week that is not on its website? | You get the inside view.
any | ORG | How is the work shared out among the people around you? | You see how the team fits together.
any | ORG | What sets the place you work for apart from others like it? | You learn how workplaces differ.
any | ORG | What do you depend on your colleagues for, most of all? | You see the people behind the job.
any | ORG | How does a good idea from somebody junior get heard where you work? | You learn how open the place is.
any | ORG | How do small and large employers differ in what they ask of {role}? | You know what kind of place to look for.
any | ORG | What is the mood like among the people you work with when things get busy? | You learn what the company is like under pressure.

any | FIELD | What is changing in this work faster than people outside notice? | You look past today's job.
any | FIELD | How do you think the need for this work will change in the coming years? | You look at the years when it would be your job.
any | FIELD | What will somebody who starts today be doing in ten years that you never had to? | You prepare for tomorrow's job.
any | FIELD | What new tools have truly earned their place in the work? | You learn what is worth knowing.
any | FIELD | What do people in the field disagree about at the moment? | You hear the live questions.
any | FIELD | What do you expect to stay the same however much else changes? | You learn what is safe to build on.
any | FIELD | What has changed the most in the work of {role} since you began? | You see the direction of travel.
any | FIELD | What do you see coming that worries you a little? | You hear what insiders watch.

any | ENTRY | How have the people who joined you lately come into this work? | You learn which doors are open now.
any | ENTRY | What makes you take somebody seriously who has little experience yet? | You know what to show.
any | ENTRY | What do employers look at that no advert mentions? | You learn what counts in practice.
any | ENTRY | What should the first two years hold for somebody who wants to become {role}? | You can plan your start.
any | ENTRY | What experience could somebody gather now, before any training, that would really count? | You can begin straight away.
any | ENTRY | How do people who come from another kind of work get a foot in the door? | You see whether a side entrance exists.
any | ENTRY | What would make a first job in this work a good one to learn in? | You know what to look for in a first post.
any | ENTRY | What do you wish beginners had already done when they arrive? | You can do it before you arrive.

any | ADVICE | What would you try first in my place to find out whether this work suits me? | You leave with something to do.
any | ADVICE | What would you do with the coming year if you were where I am now? | You get a plan from somebody who knows.
any | ADVICE | What do you wish somebody had told you before you began? | You get the thing nobody told them.
any | ADVICE | What would you read, watch or visit first to understand this work better? | You leave with a next thing to look at.
any | ADVICE | What advice that people usually give about this work would you ignore? | You save yourself a detour.
any | ADVICE | What would be a sign that I should look for something else? | You get an honest way to say no.
any | ADVICE | From what I have told you, what would you want me to think about before I choose? | You get advice meant for you.
any | ADVICE | How would you start this month if you wanted to become {role}? | You leave with a first step.
any | ADVICE | How would you test, in a week or two, whether this is for you? | You learn how to try before you choose.

any | LINKS | Who else would be good for me to talk to, perhaps somebody who sees it differently from you? | You get a name you could not have found alone.
any | LINKS | Who else would be good for me to talk to, somebody who came into this work by another road? | You hear a second story.
any | LINKS | Who else in your field would you suggest I talk to next? | You get a next step and leave to use the name.
any | LINKS | Which meeting or group could I go along to, where people in this work get together? | You find out where people meet.
any | LINKS | Who else would be good for me to talk to, somebody closer to the start of their time as {role}? | You hear from somebody closer to where you are.
any | LINKS | Who else in the work, in a role beside yours, would be good for me to talk to? | You see the work from a second chair.
any | LINKS | Who else would be good for me to talk to, somebody whose way of working you admire? | You meet the work at its best.
any | LINKS | Which open day or event could I go along to, to meet people who do this? | You can meet several people at once.
any | LINKS | Which people or places would you point me to next? | You leave with a next step.
any | LINKS | Who else should I talk to, if you could choose just one person for me? | You get one good name.
any | LINKS | Who else could I talk to, perhaps somebody who has left this work for another? | You hear the other side of the story.
"""
