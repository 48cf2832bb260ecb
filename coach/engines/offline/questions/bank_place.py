"""Questions built on what the notes say about the workplace and the occupation, and on passages of the library. Format as in `bank_person`."""

ROWS = """
size | ORG | With {n}, how does somebody new find out whom to ask? | You can picture being the new one there.
size | ORG | With {n}, how is it decided who does what? | You see how the place is run.
size | ORG | With {n}, how does a new idea get heard? | You learn how open the place is.
size | ENTRY | With {n}, how do newcomers usually start out? | You see what your own start might be.
size | WORK | With {n}, what does your own share of the work look like? | You see where one person's job begins and ends.

sites | ORG | With {n}, how is it decided who does what? | You see how the place is run.
sites | WORK | With {n}, what does your own share of the work look like? | You see where one person's job begins and ends.

learners | ENTRY | With {n}, how do they come to you in the first place? | You see how people like you get in.
learners | SKILL | With {n}, how do they learn from the rest of you? | You learn how learning goes on the job.
learners | ORG | With {n}, how is it decided what they may do on their own? | You see when trust begins.
learners | HARD | With {n}, what do they find hardest in the first year? | You are warned, and less alone when it comes.
learners | LINKS | I understand there are {n} with you. Who else would be good for me to talk to, perhaps one of them? | You hear from a beginner.

news | ORG | {s}. How has your own work been since then? ~past | You see what a piece of news means for one person.
news | ORG | {s}. How was that decided? ~past | You learn how much say people have.
news | ORG | {s}. What difference will that make to you and the people you work with? ~going | You hear what is coming.
news | FIELD | {s}. What does that say about where the work is heading? | You look past this one workplace.
news | FIELD | {s}. What do you expect to come next? | You hear how somebody inside sees the coming years.
news | HARD | {s}. What has been harder about that than expected? ~past | You hear what the announcement left out.
news | HARD | {s}. What is the hardest part of that to get right? ~going | You hear what the announcement leaves out.
news | WORK | What has an ordinary week looked like since {w}? ~past | You see the change from the inside.
news | SKILL | {s}. What did you have to learn anew because of it? ~past | You know which skills are on the way in.
news | JOY | {s}. What are you looking forward to most about it? ~going | You hear what excites people there.
news | ENTRY | {s}. What difference does that make for somebody who starts now? ~past | You learn whether it opens a door.
news | WORK | {s}. How has that changed an ordinary week for you? ~now | You see the change from the inside.
news | SKILL | {s}. What did people have to learn for that? ~now | You know which skills are on the way in.
business | WORK | {s}. What does your own part of that look like? | You see where one person fits into the whole.
business | ORG | {s}. How do you notice that in the way decisions are made? | You learn what counts in the place.
business | HARD | {s}. What about that is harder than it sounds? | You hear what the website leaves out.
business | JOY | {s}. What would you miss about that somewhere else? | You learn what is special about the place.
business | FIELD | {s}. How is that changing? | You see where the business is going.
business | ENTRY | {s}. What part of that would somebody new see first? | You see where you might begin.
volume | WORK | {s}. What does that ask of you on a busy day? | You turn a figure into a working day.
volume | HARD | {s}. What happens when everything comes at once? | You hear how pressure shows.
volume | ORG | {s}. How do you all get ready for the busiest times? | You see the team at work.
volume | SKILL | {s}. What did you have to become good at to handle that? | You learn which skills count under load.
history | ORG | {s}. How does that history show in the way things are done today? | You learn what the place holds on to.
history | FIELD | {s}. What has changed most about the place in recent years? | You see how it is moving with the times.
history | JOY | {s}. What makes people stay with a place like that? | You learn what holds people there.
character | ORG | {s}. What is different about working in a place like that? | You find out whether you would fit.
character | ORG | {s}. How does that show in the way decisions are made? | You see how it works from the inside.
character | ENTRY | {s}. How does somebody new come into a place like that? | You learn how people get in.
rule | ORG | I read {q} about your place. What is it like to live by that all day? | You learn what the place asks of people.
rule | HARD | I read {q} about your place. What makes that hard to keep up? | You hear where a good rule costs something.
rule | SKILL | I read {q} about your place. How do newcomers learn to keep to that? | You see what you would have to learn.
read_news | ORG | I gather that {i}. What difference does that make to you and the people you work with? | You see what the news means for one person.
read_news | FIELD | I gather that {i}. What does that say about where the work is heading? | You look past this one workplace.
read_news | WORK | I gather that {i}. What part of that touches your own work? | You tie the news to daily work.
read_news | WORK | I came across {a}. How does that show in your own days? | You tie what you found to one person's work.
read_news | ORG | I came across {a}. How did it come to be done that way? | You learn how things are decided.
read_news | HARD | I came across {a}. What makes that hard at times? | You see what a principle costs.
read_work | WORK | I gather that {i}. What is the story behind that? | You show you looked, and hear more than is written.
read_work | HARD | I gather that {i}. What did you make of that at the time? | You hear what it was like from the inside.
read_work | SKILL | I gather that {i}. What did you learn from that? | You learn from something that really happened.
read_work | FIELD | I gather that {i}. What would have to change for that to look different? | You look ahead.
thing | WORK | I came across {n}. What was your own part in that? | You tie what you found to one person's work.
thing | ORG | I came across {n}. What is the story behind that? | You show you looked, and hear more than is written.
thing | HARD | I came across {n}. What was the most difficult side of that? | You hear what does not stand in the report.
thing | FIELD | I came across {n}. What made that possible? | You see how the field moves.

tasks | WORK | I understand that the work means {n}. What does that leave out? | You learn what no description tells.
tasks | WORK | I understand that the work means {n}. How does that compare with your own week? | You check the description against a real week.
tasks | SKILL | I understand that the work means {n}. What does it take to get good at that? | You see what to practise.
tasks | HARD | I understand that the work means {n}. Where does that get difficult? | You meet the difficult side early.
tasks | JOY | I understand that the work means {n}. What in that do you still look forward to? | You hear what lasts.
tasks | ENTRY | I understand that the work means {n}. What part of that would somebody new be given first? | You see your own first weeks.
route | ENTRY | On paper it takes {n}. What do you look for beyond that when somebody new starts? | You learn what counts besides the paper.
route | ENTRY | On paper it takes {n}. What other ways in have you seen people take? | You may find a door that is not on the website.
route | SKILL | On paper it takes {n}. How do you tell who is good once they all have that paper? | You learn what to work on outside the course.
route | ADVICE | On paper it takes {n}. What would you do alongside it to be ready? | You get more out of the same years.
outlook | FIELD | I gather that {i}. How does that look from where you stand? | You check a headline against somebody's days.
outlook | FIELD | I gather that {i}. What does that change in your own work? | You see what a trend means for one person.
outlook | ENTRY | I gather that {i}. What difference does that make for somebody starting now? | You learn what it means for your own start.
outlook | HARD | I gather that {i}. What makes that hard for the people already in the work? | You hear the price of a trend.
outlook | ADVICE | I gather that {i}. How would you prepare for that in my place? | You leave with a way to get ready.

noted_place | ORG | I made a note of {q} about your workplace. How did that come about? | You hear how such things are decided.
noted_place | ORG | I read {q} about your workplace. What does that change for the people who work there? | You see behind the news.
noted_place | WORK | I noted {q} about your workplace. How does that show in your own week? | You turn a line on a website into days.
noted_place | FIELD | I read {q} about your workplace. What lies behind that? | You learn what moves the place.
noted_place | HARD | I noted {q} about your workplace. What about that would somebody outside not see? | You hear the side that no website tells.

noted_work | WORK | I noted {q} when I was reading about this work. How does that compare with your own days? | You check what is written against a real week.
noted_outlook | FIELD | I noted {q} when I was reading about this work. How do you see that from where you stand? | You check a trend against somebody's days.
noted_work | HARD | About this work I wrote down {q}. What is harder about that than it sounds? | You meet the difficult side before you choose.
noted_route | ENTRY | About this work I wrote down {q}. How does that fit with the people you have seen start? | You get past the official route.
noted_route | WORK | I noted {q} when I was reading about the way in. How does that compare with what you have seen? | You check the official route against real people.
noted_outlook | ENTRY | I noted {q} when I was reading about this work. What difference does that make for somebody starting now? | You learn what it means for your own start.
noted_work noted_route noted_outlook | ADVICE | About this work I wrote down {q}. What would you add to that for somebody like me? | You get advice meant for you.

passage | PATH | I have read that {p}. How was that for you? | You check what is written against one real story.
passage | WORK | I have read that {p}. How does that compare with your own week? | You check what is written against a real week.
passage | WORK | I have read that {p}. What would you add from your own days? | You go on from where the books stop.
passage | SKILL | I have read that {p}. How did you learn that side of it? | You find out where the skill comes from.
passage | SKILL | I have read that {p}. How does that show in your own work? | You see a general rule in one person's work.
passage | HARD | I have read that {p}. What helps you with that? | You learn how people last in the work.
passage | HARD | I have read that {p}. How do you deal with that? | You learn how people last in the work.
passage | JOY | I have read that {p}. Where in your own work do you find that? | You hear their own reasons.
passage | ORG | I have read that {p}. How is it where you work? | You compare the general picture with one place.
passage | ORG | I have read that {p}. What is different in your own workplace? | You learn how much workplaces differ.
passage | FIELD | I have read that {p}. What of that do you notice where you work? | You check a trend against somebody's days.
passage | FIELD | I have read that {p}. How do you see that going on from here? | You look ahead with somebody who knows.
passage | ENTRY | I have read that {p}. What have you seen work for people starting now? | You get past the official route.
passage | ENTRY | I have read that {p}. What counts besides that? | You learn what else employers look at.
passage | ADVICE | I have read that {p}. What would you suggest I try first? | You leave with something to do.
"""
